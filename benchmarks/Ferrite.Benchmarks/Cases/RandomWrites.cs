using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>8 bytes here and there, all over the file, written with what no call before wrote, and read back afterwards.</summary>
internal sealed unsafe class RandomWrites : Case
{
    private readonly long[] _offsets;
    private readonly Memo _sums;
    private ulong _seed;

    internal RandomWrites(BenchmarkFile file)
        : base(file)
    {
        _offsets = RandomOffsets.In(file.Length);
        _sums = new Memo(count => RandomOffsets.Sum(_offsets, count));
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Writes(Peer.RawPointer, "*(ulong*)(pointer + offset) = value", RawPointer),
        Writes(Peer.Ferrite, "Write(offset, value)", Ferrite),
        Writes(Peer.Accessor, "Write(offset, value)", Accessor),
        Writes(Peer.RandomAccess, "Write(handle, 8 bytes, offset)", RandomAccessWrite),
        Writes(Peer.FileStream, "Position = offset; Write(8 bytes)", Stream),
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
        Operations = _offsets.Length,
    };

    private ulong Expected(long count) => ((ulong)count * _seed) + _sums.Of(count);

    private ulong Observe(long count, ulong returned)
    {
        ulong sum = returned;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            // SAFETY: the case's file is mapped until it is disposed, and every offset leaves room for 8 bytes.
            sum += *(ulong*)(File.Pointer + offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* pointer = File.Pointer;
        ulong seed = _seed;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            // SAFETY: the case's file is mapped writable until it is disposed, and every offset leaves room for 8 bytes.
            *(ulong*)(pointer + offset) = seed + (ulong)offset;
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong seed = _seed;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
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
        foreach (long offset in _offsets.AsSpan(0, (int)count))
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
        foreach (long offset in _offsets.AsSpan(0, (int)count))
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
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            ulong value = seed + (ulong)offset;
            stream.Position = offset;
            stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)));
        }

        stream.Flush();
        return 0;
    }
}
