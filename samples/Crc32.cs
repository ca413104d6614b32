using System.Text;
using Ferrite.Const;

namespace Ferrite.Samples;

/// <summary>
/// CRC-32 by a table that is data of the assembly: nothing is computed at start.
/// <c>dotnet run --project samples -- crc 123456789</c>
/// </summary>
internal static partial class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>What the algorithm's definition says the result of "123456789" is: the build fails if it isn't.</summary>
    private const uint Expected = 0xCBF43926;

    internal static int Run(string[] texts)
    {
        foreach (string text in texts)
        {
            Console.WriteLine($"{Compute(Encoding.UTF8.GetBytes(text), Table):x8}  {text}");
        }

        return 0;
    }

    /// <summary>One function for both times: the compiler calls it to check the table, the program to use it.</summary>
    [ConstFn]
    private static uint Compute(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> table)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc = table[(int)((crc ^ value) & 0xff)] ^ (crc >> 8);
        }

        return ~crc;
    }

    [ConstFn]
    private static uint Entry(uint number)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            number = (number & 1) != 0 ? (number >> 1) ^ Polynomial : number >> 1;
        }

        return number;
    }

    [ConstEval("Table")]
    private static uint[] ComputeTable()
    {
        uint[] table = new uint[256];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = Entry((uint)i);
        }

        uint check = Compute(Encoding.UTF8.GetBytes("123456789"), table);
        return check == Expected ? table : throw new InvalidOperationException($"the check value is {check:x8}");
    }
}
