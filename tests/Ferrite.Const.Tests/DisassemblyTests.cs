using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ferrite.TestKit;

namespace Ferrite.Const.Tests;

/// <summary>What costs nothing is the same instructions as with the literal written by hand.</summary>
public sealed partial class DisassemblyTests
{
    [Theory]
    [InlineData("Literal")]
    [InlineData("Longest")]
    [InlineData("Expression")]
    [InlineData("Nested")]
    [InlineData("Negative")]
    [InlineData("Lazy")]
    [InlineData("Aligned")]
    [InlineData("Asserted")]
    [InlineData("Enumeration")]
    [InlineData("Index")]
    [InlineData("Total")]
    public void Is_the_same_as_by_hand(string name)
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

        string made = Instructions(listing, $"{name}Const");
        Assert.NotEqual("", made);
        Assert.Equal(Instructions(listing, $"{name}Hand"), made);
    }

    private static void RunAll(string[] arguments)
    {
        int[] array = new int[16];
        Console.WriteLine(LiteralConst<_300>(1) + LiteralHand(1) + ExpressionConst<_300>(1) + ExpressionHand(1) + NestedConst<_16>(1) + NestedHand(1));
        Console.WriteLine(LongestConst<_18446744073709551615>(1) + LongestHand(1));
        Console.WriteLine(NegativeConst<_16>(1) + NegativeHand(1) + LazyConst<_7, _300>(1) + LazyHand(1) + AlignedConst<_300>(1) + AlignedHand(1));
        Console.WriteLine(AssertedConst<_16>(1) + AssertedHand(1));
        Console.WriteLine(EnumerationConst<Enum<DayOfWeek, _3>>(DayOfWeek.Friday) == EnumerationHand(DayOfWeek.Friday));
        Console.WriteLine(IndexConst<_16>(ref array[0], 3) + IndexHand(ref array[0], 3) + TotalConst(new FixedSpan<int, _16>(array)) + TotalHand(ref array[0]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LiteralConst<TN>(int value)
        where TN : struct, IConst<int> => value * TN.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LiteralHand(int value) => value * 300;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong LongestConst<TN>(ulong value)
        where TN : struct, IConst<ulong> => value ^ TN.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong LongestHand(ulong value) => value ^ 18446744073709551615;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ExpressionConst<TN>(int value)
        where TN : struct, IConst<int> => value + Sum<TN, _1>.As<int>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ExpressionHand(int value) => value + 301;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NestedConst<TN>(int value)
        where TN : struct, IConst<int> => value + Product<Product<TN, Sum<TN, _1>>, Quotient<Product<TN, _15>, Max<_3, _4>>>.As<int>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NestedHand(int value) => value + (16 * 17 * 60);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long NegativeConst<TN>(long value)
        where TN : struct, IConst<long> => value + Neg<TN>.As<long>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long NegativeHand(long value) => value + -16;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint LazyConst<TX, TY>(uint value)
        where TX : struct, IConst<uint>
        where TY : struct, IConst<uint> => value + If<Greater<TX, TY>, Difference<TX, TY>, Difference<TY, TX>>.As<uint>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint LazyHand(uint value) => value + 293;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int AlignedConst<TN>(int value)
        where TN : struct, IConst<int> => value + AlignUp<TN, _16>.As<int>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int AlignedHand(int value) => value + 304;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int AssertedConst<TN>(int value)
        where TN : struct, IConst<int>
    {
        ConstAssert.That<IsPowerOfTwo<TN>>();
        return value & Difference<TN, _1>.As<int>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int AssertedHand(int value) => value & 15;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool EnumerationConst<TDay>(DayOfWeek day)
        where TDay : struct, IConst<DayOfWeek> => day == TDay.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool EnumerationHand(DayOfWeek day) => day == DayOfWeek.Wednesday;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int IndexConst<TN>(ref int first, int index)
        where TN : struct, IConst<int> => new FixedSpan<int, TN>(ref first)[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int IndexHand(ref int first, int index) => Hand(ref first)[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int TotalConst(FixedSpan<int, _16> span)
    {
        int total = 0;
        foreach (int value in span.AsSpan())
        {
            total += value;
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int TotalHand(ref int first)
    {
        int total = 0;
        foreach (int value in Hand(ref first))
        {
            total += value;
        }

        return total;
    }

    /// <summary>What a careful person writes around a reference that may be null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<int> Hand(ref int first)
    {
        if (Unsafe.IsNullRef(ref first))
        {
            Throw();
        }

        return System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref first, 16);
    }

    private static void Throw() => throw new InvalidOperationException();

    /// <summary>The lines of a method that are instructions.</summary>
    private static string Instructions(string listing, string method)
    {
        int start = listing.IndexOf($":{method}", StringComparison.Ordinal);
        Assert.True(start >= 0, listing);
        int end = listing.IndexOf("; Total bytes of code", start, StringComparison.Ordinal);
        return string.Join('\n', listing[start..end].Split('\n').Where(line => InstructionLine().IsMatch(line)).Select(line => Callee().Replace(line, "[...]")));
    }

    [GeneratedRegex("^       [a-z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstructionLine();

    /// <summary>Who throws has another name.</summary>
    [GeneratedRegex(@"\[Ferrite.*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Callee();
}
