namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// Offsets drawn before anything is measured, so that no access waits for the one before: misses overlap, as they do in a program that
/// knows where it wants to read. A chain of dependent reads would hide any cost behind the memory's latency.
/// </summary>
internal static class RandomOffsets
{
    private const int Seed = 20_260_101;

    /// <summary>One in so many values is visited: about every cache line of the file once.</summary>
    private const int Sparsity = 8;

    /// <summary>Distinct offsets, in bytes, of values of 8 bytes, anywhere in the page.</summary>
    internal static long[] In(long length)
    {
        long[] offsets = new long[length / sizeof(ulong)];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = i * (long)sizeof(ulong);
        }

        new Random(Seed).Shuffle(offsets);
        return offsets[..(offsets.Length / Sparsity)];
    }

    /// <summary>The sum of the first offsets.</summary>
    internal static ulong Sum(long[] offsets, long count)
    {
        ulong sum = 0;
        foreach (long offset in offsets.AsSpan(0, (int)count))
        {
            sum += (ulong)offset;
        }

        return sum;
    }
}
