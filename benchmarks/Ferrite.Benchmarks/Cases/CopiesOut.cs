using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>Each MiB of the file copied into one array; a value of about every page that arrived is summed, the last one too.</summary>
internal sealed unsafe class CopiesOut : Case
{
    private const int Size = 1 << 20;

    /// <summary>A page and a cache line, so that what is looked at lies in all sets of the cache and not in one.</summary>
    private const int Stride = 4096 + 64;

    private readonly byte[] _buffer = GC.AllocateArray<byte>(Size, pinned: true);
    private readonly Memo _sums;

    internal CopiesOut(BenchmarkFile file)
        : base(file) => _sums = new Memo(AddUp);

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Copies(Peer.RawPointer, "Buffer.MemoryCopy", RawPointer),
        Copies(Peer.Ferrite, "CopyTo(offset, span)", Ferrite),
        Copies(Peer.Accessor, "ReadArray(offset, array, 0, 1 MiB)", Accessor),
        Copies(Peer.RandomAccess, "Read(handle, span, offset)", RandomAccessRead),
        Copies(Peer.FileStream, "ReadExactly(span)", Stream),
    ];

    private Contender Copies(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = _sums.Of,
        Operations = File.Length / Size,
    };

    private ulong AddUp(long count)
    {
        ulong sum = 0;
        for (long copy = 0; copy < count; copy++)
        {
            sum += Sample(MemoryMarshal.AsBytes(File.Values.AsSpan()).Slice((int)copy * Size, Size));
        }

        return sum;
    }

    private static ulong Sample(ReadOnlySpan<byte> bytes)
    {
        ulong sum = MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]);
        for (int start = 0; start <= bytes.Length - sizeof(ulong); start += Stride)
        {
            sum += MemoryMarshal.Read<ulong>(bytes[start..]);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* destination = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_buffer));
        ulong sum = 0;
        for (long copy = 0; copy < count; copy++)
        {
            // SAFETY: the array is pinned and of this size; the case's file is mapped until it is disposed, and count MiB long at least.
            Buffer.MemoryCopy(File.Pointer + (copy * Size), destination, Size, Size);
            sum += Sample(_buffer);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        for (long copy = 0; copy < count; copy++)
        {
            mapped.CopyTo(copy * Size, _buffer);
            sum += Sample(_buffer);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        ulong sum = 0;
        for (long copy = 0; copy < count; copy++)
        {
            accessor.ReadArray(copy * Size, _buffer, 0, Size);
            sum += Sample(_buffer);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessRead(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong sum = 0;
        for (long copy = 0; copy < count; copy++)
        {
            RandomAccess.Read(handle, _buffer, copy * Size);
            sum += Sample(_buffer);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        FileStream stream = File.Stream;
        stream.Position = 0;
        ulong sum = 0;
        for (long copy = 0; copy < count; copy++)
        {
            stream.ReadExactly(_buffer);
            sum += Sample(_buffer);
        }

        return sum;
    }
}
