using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// The first 16 KiB of the file again and again: they stay in the first-level cache, so that memory can't hide what an access costs.
/// </summary>
internal sealed unsafe class CachedReads(BenchmarkFile file) : Case(file)
{
    private const long Window = 16 * 1024;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Reads(Peer.RawPointer, "*(ulong*)(pointer + offset)", RawPointer),
        Reads(Peer.Ferrite, "Read<ulong>(offset)", Ferrite),
        Reads(Peer.Accessor, "ReadUInt64(offset)", Accessor),
    ];

    private Contender Reads(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = Expected,
        Operations = File.Values.Length,
    };

    private ulong Expected(long count)
    {
        const long Values = Window / sizeof(ulong);
        return ((ulong)(count / Values) * File.Sum(Values)) + File.Sum(count % Values);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* pointer = File.Pointer;
        ulong sum = 0;
        for (long left = count * sizeof(ulong); left > 0; left -= Window)
        {
            long end = Math.Min(left, Window);
            for (long offset = 0; offset < end; offset += sizeof(ulong))
            {
                // SAFETY: the case's file is mapped until it is disposed, and is longer than the window.
                sum += *(ulong*)(pointer + offset);
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        for (long left = count * sizeof(ulong); left > 0; left -= Window)
        {
            long end = Math.Min(left, Window);
            for (long offset = 0; offset < end; offset += sizeof(ulong))
            {
                sum += mapped.Read<ulong>(offset);
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        ulong sum = 0;
        for (long left = count * sizeof(ulong); left > 0; left -= Window)
        {
            long end = Math.Min(left, Window);
            for (long offset = 0; offset < end; offset += sizeof(ulong))
            {
                sum += accessor.ReadUInt64(offset);
            }
        }

        return sum;
    }
}
