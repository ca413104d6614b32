using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>Every 8 bytes of the file, from first to last, written with what no call before wrote, and read back afterwards.</summary>
internal sealed unsafe class SequentialWrites(BenchmarkFile file) : Case(file)
{
    private ulong _seed;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. new RawWrites(File, () => _seed).Kernels.Select(raw => Writes(Peer.RawPointer, raw.Name, raw.Kernel)),
        Writes(Peer.Ferrite, "Write(offset, value)", Ferrite),
        Writes(Peer.Accessor, "Write(offset, value)", Accessor),
        Writes(Peer.RandomAccess, "Write(handle, 8 bytes, offset)", RandomAccessWrite),
        Writes(Peer.FileStream, "Write(8 bytes), then Flush()", Stream),
    ];

    private Contender Writes(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Prepare = () => _seed += 0x1_0000_0001,
        Kernel = kernel,
        Expected = Expected,
        Observe = Observe,
        Operations = File.Values.Length,
    };

    private ulong Expected(long count) => ((ulong)count * _seed) + ((ulong)(count * (count - 1) / 2) * sizeof(ulong));

    private ulong Observe(long count, ulong returned)
    {
        ulong sum = returned;
        // SAFETY: the case's file is mapped until it is disposed, and at least this long.
        foreach (ulong value in new ReadOnlySpan<ulong>(File.Pointer, (int)count))
        {
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong seed = _seed;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            mapped.Write(offset, seed + (ulong)offset);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        ulong seed = _seed;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            accessor.Write(offset, seed + (ulong)offset);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessWrite(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong seed = _seed;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            ulong value = seed + (ulong)offset;
            RandomAccess.Write(handle, MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)), offset);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        FileStream stream = File.Stream;
        ulong seed = _seed;
        stream.Position = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            ulong value = seed + (ulong)offset;
            stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)));
        }

        stream.Flush();
        return 0;
    }
}
