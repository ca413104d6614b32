using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>8 bytes here and there, all over the file, summed. See <see cref="RandomOffsets"/>.</summary>
internal sealed unsafe class RandomReads : Case
{
    private readonly long[] _offsets;
    private readonly Memo _sums;

    internal RandomReads(BenchmarkFile file)
        : base(file)
    {
        _offsets = RandomOffsets.In(file.Length);
        _sums = new Memo(AddUp);
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Reads(Peer.RawPointer, "*(ulong*)(pointer + offset)", RawPointer, isBaseline: true),
        Reads(Peer.RawPointer, "the same, and 4 loads that hit the cache", RawPointerAndLoads),
        Reads(Peer.Ferrite, "Read<ulong>(offset)", Ferrite),
        Reads(Peer.Ferrite, "using GetView(), then Read<ulong>(offset) of the view", FerriteView),
        Reads(Peer.Ferrite, "using GetView(), then its Span in a local", FerriteSpan),
        Reads(Peer.Accessor, "ReadUInt64(offset)", Accessor),
        Reads(Peer.RandomAccess, "Read(handle, 8 bytes, offset)", RandomAccessRead),
        Reads(Peer.FileStream, "Position = offset; ReadExactly(8 bytes)", Stream),
    ];

    private Contender Reads(Peer peer, string name, Func<long, ulong> kernel, bool isBaseline = false) => new()
    {
        Peer = peer,
        IsBaseline = isBaseline,
        Name = name,
        Kernel = kernel,
        Expected = _sums.Of,
        Operations = _offsets.Length,
    };

    private ulong AddUp(long count)
    {
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            sum += File.Values[offset / sizeof(ulong)];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* pointer = File.Pointer;
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            // SAFETY: the case's file is mapped until it is disposed, and every offset leaves room for 8 bytes.
            sum += *(ulong*)(pointer + offset);
        }

        return sum;
    }

    /// <summary>As many loads as <see cref="MappedFile.Read{T}(long)"/> makes, and nothing else of it: shows what loads alone cost.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointerAndLoads(long count)
    {
        byte* pointer = File.Pointer;
        // SAFETY: the case's file is mapped until it is disposed, and every offset leaves room for 8 bytes; the cells are this frame's.
        ulong* cells = stackalloc ulong[4];
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            sum += Volatile.Read(ref cells[0]) | Volatile.Read(ref cells[1]) | Volatile.Read(ref cells[2]) | Volatile.Read(ref cells[3]);
            sum += *(ulong*)(pointer + offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            sum += mapped.Read<ulong>(offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FerriteView(long count)
    {
        using MappedView view = File.Mapped.GetView();
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            sum += view.Read<ulong>(offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FerriteSpan(long count)
    {
        using MappedView view = File.Mapped.GetView();
        ReadOnlySpan<ulong> values = MemoryMarshal.Cast<byte, ulong>(view.Span);
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            sum += values[(int)(offset >> 3)];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            sum += accessor.ReadUInt64(offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessRead(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            ulong value = 0;
            RandomAccess.Read(handle, MemoryMarshal.AsBytes(new Span<ulong>(ref value)), offset);
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        FileStream stream = File.Stream;
        ulong sum = 0;
        foreach (long offset in _offsets.AsSpan(0, (int)count))
        {
            ulong value = 0;
            stream.Position = offset;
            stream.ReadExactly(MemoryMarshal.AsBytes(new Span<ulong>(ref value)));
            sum += value;
        }

        return sum;
    }
}
