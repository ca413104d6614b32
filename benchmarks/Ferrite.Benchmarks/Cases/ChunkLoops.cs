using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>The file in chunks of one size, the last one maybe shorter, each summed by a plain loop.</summary>
internal sealed unsafe class ChunkLoops : Case
{
    private readonly int _size;
    private readonly byte[] _buffer;

    internal ChunkLoops(BenchmarkFile file, int size)
        : base(file) => (_size, _buffer) = (size, new byte[size]);

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Sums(Peer.RawPointer, "new ReadOnlySpan<byte>(pointer + offset, size)", RawPointer, wholePassOnly: true),
        Sums(Peer.Ferrite, "foreach (… in Chunks(size))", Ferrite, wholePassOnly: true),
        Sums(Peer.Accessor, "ReadArray(offset, buffer, 0, size)", Accessor),
        Sums(Peer.RandomAccess, "Read(handle, buffer, offset)", RandomAccessRead),
        Sums(Peer.FileStream, "Read(buffer)", Stream),
    ];

    private Contender Sums(Peer peer, string name, Func<long, ulong> kernel, bool wholePassOnly = false) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = count => File.Sum(count * _size / sizeof(ulong)),
        Operations = File.Length / _size,
        WholePassOnly = wholePassOnly,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* pointer = File.Pointer;
        long length = File.Length;
        int size = _size;
        ulong sum = 0;
        for (long offset = 0; offset < length; offset += size)
        {
            // SAFETY: the case's file is mapped, at this length, until it is disposed.
            var chunk = new ReadOnlySpan<byte>(pointer + offset, (int)Math.Min(size, length - offset));
            foreach (ulong value in MemoryMarshal.Cast<byte, ulong>(chunk))
            {
                sum += value;
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        ulong sum = 0;
        foreach (ReadOnlySpan<byte> chunk in File.Mapped.Chunks(_size))
        {
            foreach (ulong value in MemoryMarshal.Cast<byte, ulong>(chunk))
            {
                sum += value;
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            int read = accessor.ReadArray(i * _size, _buffer, 0, _size);
            sum += CopiedValues.Sum(_buffer.AsSpan(0, read));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessRead(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            int read = RandomAccess.Read(handle, _buffer, i * _size);
            sum += CopiedValues.Sum(_buffer.AsSpan(0, read));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        FileStream stream = File.Stream;
        stream.Position = 0;
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            int read = stream.Read(_buffer);
            sum += CopiedValues.Sum(_buffer.AsSpan(0, read));
        }

        return sum;
    }
}
