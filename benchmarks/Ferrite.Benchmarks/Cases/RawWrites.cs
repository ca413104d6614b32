using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Cases;

/// <summary>Every 8 bytes of the file written through a pointer, in two ways: see <see cref="RawReads"/>.</summary>
internal sealed unsafe class RawWrites(BenchmarkFile file, Func<ulong> seed)
{
    internal IEnumerable<(string Name, Func<long, ulong> Kernel)> Kernels =>
    [
        ("*(ulong*)(pointer + offset) = value", ByOffset),
        ("values[i] = value", ByIndex),
    ];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByOffset(long count)
    {
        byte* pointer = file.Pointer;
        ulong first = seed();
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            // SAFETY: the case's file is mapped writable until it is disposed, and count is at most the values it holds.
            *(ulong*)(pointer + offset) = first + (ulong)offset;
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByIndex(long count)
    {
        ulong* values = (ulong*)file.Pointer;
        ulong first = seed();
        for (long i = 0; i < count; i++)
        {
            // SAFETY: the case's file is mapped writable until it is disposed, and count is at most the values it holds.
            values[i] = first + ((ulong)i * sizeof(ulong));
        }

        return 0;
    }
}
