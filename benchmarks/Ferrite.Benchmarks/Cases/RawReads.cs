using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// Every 8 bytes of the file through a pointer. Two ways address each value by its offset, as everybody else does; the loop is four
/// instructions and takes twice as long where the JIT happens to place it across two cache lines, so the faster of the two is what others
/// are compared with. The third way counts the pointer itself up: what is left when there is no offset.
/// </summary>
internal sealed unsafe class RawReads(BenchmarkFile file)
{
    internal IEnumerable<Contender> Contenders =>
    [
        Reads("*(ulong*)(pointer + offset)", ByOffset, isBaseline: true),
        Reads("values[i]", ByIndex, isBaseline: true),
        Reads("*value++", ByPointer, isBaseline: false),
    ];

    private Contender Reads(string name, Func<long, ulong> kernel, bool isBaseline) => new()
    {
        Peer = Peer.RawPointer,
        IsBaseline = isBaseline,
        Name = name,
        Kernel = kernel,
        Expected = file.Sum,
        Operations = file.Values.Length,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByOffset(long count)
    {
        byte* pointer = file.Pointer;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            // SAFETY: the case's file is mapped until it is disposed, and count is at most the values it holds.
            sum += *(ulong*)(pointer + offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByIndex(long count)
    {
        ulong* values = (ulong*)file.Pointer;
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            // SAFETY: the case's file is mapped until it is disposed, and count is at most the values it holds.
            sum += values[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByPointer(long count)
    {
        ulong* value = (ulong*)file.Pointer;
        ulong* end = value + count;
        ulong sum = 0;
        while (value < end)
        {
            // SAFETY: the case's file is mapped until it is disposed, and count is at most the values it holds.
            sum += *value++;
        }

        return sum;
    }
}
