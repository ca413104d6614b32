using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// What peers do with bytes that they had to copy first. Never inlined: in one method with a system call the JIT keeps the sum in memory
/// rather than in a register, and the peer would look slower than it is.
/// </summary>
internal static class CopiedValues
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        foreach (ulong value in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum += value;
        }

        return sum;
    }
}
