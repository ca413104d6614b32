using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Cases;

/// <summary>The file read through a stream, so many bytes a call; the first 8 of each are summed.</summary>
internal sealed unsafe class StreamReads : Case
{
    private readonly byte[] _buffer;
    private readonly Memo _sums;
    private readonly Stream _mapped;
    private readonly MemoryMappedViewStream _peer;

    internal StreamReads(BenchmarkFile file, int size)
        : base(file)
    {
        _buffer = GC.AllocateArray<byte>(size, pinned: true);
        _sums = new Memo(AddUp);
        _mapped = file.Mapped.OpenStream();
        _peer = file.PeerMap.CreateViewStream(0, file.Length, MemoryMappedFileAccess.Read);
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Reads(Peer.RawPointer, "Buffer.MemoryCopy", RawPointer),
        Reads(Peer.Ferrite, "Read(span) of OpenStream()", Ferrite),
        Reads(Peer.Accessor, "Read(span) of CreateViewStream()", ViewStream),
        Reads(Peer.FileStream, "Read(span)", FileStream),
    ];

    public override void Dispose()
    {
        _mapped.Dispose();
        _peer.Dispose();
        base.Dispose();
    }

    private Contender Reads(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = _sums.Of,
        Operations = File.Length / _buffer.Length,
    };

    private ulong AddUp(long count)
    {
        ulong sum = 0;
        for (long read = 0; read < count; read++)
        {
            sum += File.Values[read * _buffer.Length / sizeof(ulong)];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* source = File.Pointer;
        byte* destination = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_buffer));
        long size = _buffer.Length;
        ulong sum = 0;
        for (long read = 0; read < count; read++)
        {
            // SAFETY: the array is pinned and of this size; the case's file is mapped until it is disposed, and as long as all reads.
            Buffer.MemoryCopy(source + (read * size), destination, size, size);
            sum += *(ulong*)destination;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count) => ReadAll(_mapped, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ViewStream(long count) => ReadAll(_peer, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FileStream(long count) => ReadAll(File.Stream, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong ReadAll(Stream stream, long count)
    {
        stream.Position = 0;
        ulong sum = 0;
        for (long read = 0; read < count; read++)
        {
            stream.ReadExactly(_buffer);
            sum += MemoryMarshal.Read<ulong>(_buffer);
        }

        return sum;
    }
}
