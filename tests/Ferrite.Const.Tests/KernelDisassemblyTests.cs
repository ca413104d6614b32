using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ferrite.TestKit;

namespace Ferrite.Const.Tests;

/// <summary>Loops over lengths that are types run as many instructions a turn as those over lengths written by hand: no check that the other hasn't.</summary>
public sealed partial class KernelDisassemblyTests
{
    [Theory]
    [InlineData("Dot")]
    [InlineData("Matrix")]
    [InlineData("Shuffle")]
    public void Loops_have_no_more_instructions_than_by_hand(string name)
    {
        using var directory = new TempDirectory();
        var options = new ChildOptions
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOTNET_JitDisasm"] = $"{name}Const {name}Hand",
                ["DOTNET_JitStdOutFile"] = directory.File("listing"),
                ["DOTNET_TieredCompilation"] = "0",
            },
        };
        ChildProcess.Run(options, RunAll).AssertSucceeded();
        string listing = File.ReadAllText(directory.File("listing"));

        List<string[]> typed = Loops(listing, $"{name}Const"), byHand = Loops(listing, $"{name}Hand");

        // What one unrolls the other unrolls too.
        Assert.Equal(byHand.Count, typed.Count);
        foreach ((string[] first, string[] second) in typed.Zip(byHand))
        {
            Assert.True(first.Length <= second.Length, $"{string.Join('\n', first)}\n\nby hand:\n{string.Join('\n', second)}");
        }
    }

    private static void RunAll(string[] arguments)
    {
        float[] a = [.. Enumerable.Range(0, 16).Select(static i => (float)i)], b = [.. a], c = new float[16];
        byte[] bytes = [.. Enumerable.Range(0, 16).Select(static i => (byte)(15 - i))], result = new byte[16];
        Console.WriteLine(DotConst<_16>(a, b) + DotHand(a, b));
        MatrixConst<_4>(a, b, c);
        MatrixHand(a, b, c);
        ShuffleConst<_16>(bytes, bytes, result);
        ShuffleHand(bytes, bytes, result);
        Console.WriteLine(c[3] + result[2]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float DotConst<TN>(float[] left, float[] right)
        where TN : struct, IConst<int>
    {
        var a = new FixedSpan<float, TN>(left);
        var b = new FixedSpan<float, TN>(right);
        float sum = 0;
        for (int i = 0; i < TN.Value; i++) sum += a[i] * b[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float DotHand(float[] left, float[] right)
    {
        Span<float> a = left.AsSpan(0, 16), b = right.AsSpan(0, 16);
        float sum = 0;
        for (int i = 0; i < 16; i++) sum += a[i] * b[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MatrixConst<TN>(float[] first, float[] second, float[] product)
        where TN : struct, IConst<int>
    {
        Span<float> left = new RectangularArray<float, TN, TN>(first).Elements.AsSpan();
        Span<float> right = new RectangularArray<float, TN, TN>(second).Elements.AsSpan();
        Span<float> result = new RectangularArray<float, TN, TN>(product).Elements.AsSpan();
        for (int row = 0; row < TN.Value; row++)
        {
            for (int column = 0; column < TN.Value; column++)
            {
                float cell = 0;
                for (int i = 0; i < TN.Value; i++) cell += left[(row * TN.Value) + i] * right[(i * TN.Value) + column];
                result[(row * TN.Value) + column] = cell;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MatrixHand(float[] first, float[] second, float[] product)
    {
        Span<float> left = first.AsSpan(0, 16), right = second.AsSpan(0, 16), result = product.AsSpan(0, 16);
        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                float cell = 0;
                for (int i = 0; i < 4; i++) cell += left[(row * 4) + i] * right[(i * 4) + column];
                result[(row * 4) + column] = cell;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ShuffleConst<TN>(byte[] values, byte[] order, byte[] target)
        where TN : struct, IConst<int>
    {
        ConstAssert.That<IsPowerOfTwo<TN>>();
        var block = new FixedSpan<byte, TN>(values);
        var places = new FixedSpan<byte, TN>(order);
        var result = new FixedSpan<byte, TN>(target);
        for (int i = 0; i < TN.Value; i++) result[i] = block[places[i] & Difference<TN, _1>.As<int>()];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ShuffleHand(byte[] values, byte[] order, byte[] target)
    {
        Span<byte> block = values.AsSpan(0, 16), places = order.AsSpan(0, 16), result = target.AsSpan(0, 16);
        for (int i = 0; i < 16; i++) result[i] = block[places[i] & 15];
    }

    /// <summary>What a turn of each loop runs, the inner ones first: from where a jump leads back to, up to the jump.</summary>
    private static List<string[]> Loops(string listing, string method)
    {
        int start = listing.IndexOf($":{method}", StringComparison.Ordinal);
        Assert.True(start >= 0, listing);
        int end = listing.IndexOf("; Total bytes of code", start, StringComparison.Ordinal);
        string[] lines = [.. listing[start..end].Split('\n').Where(static line => Label().IsMatch(line) || Instruction().IsMatch(line))];
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        var loops = new List<string[]>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (Label().Match(lines[i]) is { Success: true } label)
            {
                labels[label.Groups["name"].Value] = i;
            }
            else if (Jump().Match(lines[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups["name"].Value, out int from))
            {
                loops.Add([.. lines[from..(i + 1)].Where(static line => Instruction().IsMatch(line) && !line.Contains(" align ", StringComparison.Ordinal))]);
            }
        }

        Assert.True(loops.Count > 0, listing[start..end]);
        return loops;
    }

    [GeneratedRegex("^(?<name>G_M[0-9]+_IG[0-9]+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex("^       [a-z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruction();

    /// <summary>Under a condition; others lead out of what rarely happens.</summary>
    [GeneratedRegex("^       j(?!mp )[a-z]+ +(SHORT )?(?<name>G_M[0-9]+_IG[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Jump();
}
