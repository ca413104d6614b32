using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>One array, filled with what no call before wrote, copied into each MiB of the file, which is read back afterwards.</summary>
internal sealed unsafe class CopiesIn(BenchmarkFile file) : Case(file)
{
    private const int Size = 1 << 20;

    private readonly byte[] _buffer = GC.AllocateArray<byte>(Size, pinned: true);
    private ulong _seed;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Copies(Peer.RawPointer, "Buffer.MemoryCopy", RawPointer),
        Copies(Peer.Ferrite, "Write(offset, span)", Ferrite),
        Copies(Peer.Accessor, "WriteArray(offset, array, 0, 1 MiB)", Accessor),
        Copies(Peer.RandomAccess, "Write(handle, span, offset)", RandomAccessWrite),
        Copies(Peer.FileStream, "Write(span), then Flush()", Stream),
    ];

    private Span<ulong> Values => MemoryMarshal.Cast<byte, ulong>(_buffer.AsSpan());

    private Contender Copies(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Prepare = () => Values.Fill(++_seed),
        Kernel = kernel,
        Expected = count => (ulong)count * (ulong)Values.Length * _seed,
        Observe = Observe,
        Operations = File.Length / Size,
    };

    private ulong Observe(long count, ulong returned)
    {
        ulong sum = returned;
        // SAFETY: the case's file is mapped until it is disposed, and at least this long.
        foreach (ulong value in new ReadOnlySpan<ulong>(File.Pointer, (int)count * Values.Length))
        {
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* source = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_buffer));
        for (long copy = 0; copy < count; copy++)
        {
            // SAFETY: the array is pinned and of this size; the case's file is mapped writable until it is disposed, and count MiB long at least.
            Buffer.MemoryCopy(source, File.Pointer + (copy * Size), Size, Size);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        for (long copy = 0; copy < count; copy++)
        {
            mapped.Write(copy * Size, _buffer);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        for (long copy = 0; copy < count; copy++)
        {
            accessor.WriteArray(copy * Size, _buffer, 0, Size);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessWrite(long count)
    {
        SafeFileHandle handle = File.Handle;
        for (long copy = 0; copy < count; copy++)
        {
            RandomAccess.Write(handle, _buffer, copy * Size);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        FileStream stream = File.Stream;
        stream.Position = 0;
        for (long copy = 0; copy < count; copy++)
        {
            stream.Write(_buffer);
        }

        stream.Flush();
        return 0;
    }
}
