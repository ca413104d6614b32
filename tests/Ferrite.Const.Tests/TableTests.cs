namespace Ferrite.Const.Tests;

/// <summary>Tables and structs that the compiler of this test computed.</summary>
public partial class TableTests
{
    [Fact]
    public void A_sieve_to_a_hundred_thousand_is_within_the_limits()
    {
        Assert.Equal(9592, PrimeCount);
        Assert.Equal([2, 3, 5, 7, 11, 13, 17, 19], FirstPrimes.ToArray());
    }

    [Fact]
    public void Tables_of_every_width_are_data()
    {
        Assert.Equal(4096, Crc.Length);
        Assert.Equal(0x77073096u, Crc[1]);
        Assert.Equal((sbyte)-3, Small[3]);
        Assert.Equal(["zero", "one"], Texts.ToArray());
        Assert.Equal([0.5, 0.25], Halves.ToArray());
    }

    [Fact]
    public void A_struct_is_a_property()
    {
        Assert.Equal(new Point(3, 4), Corner);
        Assert.Equal((1, "one"), Pair);
    }

    [ConstFn]
    private static bool[] Composites(int limit)
    {
        var composite = new bool[limit + 1];
        for (int i = 2; i * i <= limit; i++)
        {
            for (int k = composite[i] ? limit + 1 : i * i; k <= limit; k += i) composite[k] = true;
        }

        return composite;
    }

    [ConstEval("PrimeCount")]
    private static int CountPrimes()
    {
        bool[] composite = Composites(100_000);
        int count = 0;
        for (int i = 2; i < composite.Length; i++) count += composite[i] ? 0 : 1;
        return count;
    }

    [ConstEval("FirstPrimes")]
    private static int[] ListPrimes()
    {
        bool[] composite = Composites(20);
        var primes = new int[8];
        int count = 0;
        for (int i = 2; i <= 20; i++)
        {
            if (!composite[i]) primes[count++] = i;
        }

        return primes;
    }

    [ConstEval("Crc")]
    private static uint[] ComputeCrc()
    {
        var table = new uint[4096];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            table[i] = value;
        }

        return table;
    }

    [ConstEval("Small")]
    private static sbyte[] ComputeSmall() => [0, -1, -2, -3];

    [ConstEval("Texts")]
    private static string[] ComputeTexts() => ["zero", "one"];

    [ConstEval("Halves")]
    private static double[] ComputeHalves() => [1.0 / 2, 1.0 / 4];

    [ConstEval("Corner")]
    private static Point ComputeCorner() => new Point(1, 2) with { X = 3, Y = 4 };

    [ConstEval("Pair")]
    private static (int Number, string Name) ComputePair() => (1, "one");

    internal readonly record struct Point(int X, int Y);
}
