using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>Every 8 bytes of the file, from first to last, summed.</summary>
internal sealed class SequentialReads(BenchmarkFile file) : Case(file)
{
    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. new RawReads(File).Contenders,
        Reads(Peer.Ferrite, "Read<ulong>(offset)", Ferrite),
        Reads(Peer.Ferrite, "using GetView(), then Read<ulong>(offset) of the view", FerriteView),
        Reads(Peer.Accessor, "ReadUInt64(offset)", Accessor),
        Reads(Peer.RandomAccess, "Read(handle, 8 bytes, offset)", RandomAccessRead),
        Reads(Peer.FileStream, "ReadExactly(8 bytes)", Stream),
    ];

    private Contender Reads(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        Name = name,
        Kernel = kernel,
        Expected = File.Sum,
        Operations = File.Values.Length,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
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
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            sum += view.Read<ulong>(offset);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = File.Accessor;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
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
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
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
        stream.Position = 0;
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            ulong value = 0;
            stream.ReadExactly(MemoryMarshal.AsBytes(new Span<ulong>(ref value)));
            sum += value;
        }

        return sum;
    }
}
