using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>A view of 8 bytes obtained, read and disposed, for every 8 bytes of the file from first to last.</summary>
internal sealed unsafe class ShortViews(BenchmarkFile file) : Case(file)
{
    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. new RawReads(File).Contenders,
        Reads(Peer.Ferrite, "using GetView(offset, 8), Read<ulong>(0)", Ferrite),
        Reads(Peer.Ferrite, "using GetView(offset, 8), Span", FerriteSpan),
        Reads(Peer.Accessor, "AcquirePointer, *(ulong*)(pointer + offset), ReleasePointer", AcquiredPointer),
        Reads(Peer.Accessor, "using CreateViewAccessor(offset, 8), ReadUInt64(0)", ViewAccessor, isAccess: false),
        Reads(Peer.RandomAccess, "Read(handle, 8 bytes, offset)", RandomAccessRead),
    ];

    private Contender Reads(Peer peer, string name, Func<long, ulong> kernel, bool isAccess = true) => new()
    {
        Peer = peer,
        Name = name,
        Kernel = kernel,
        Expected = File.Sum,
        Operations = File.Values.Length,
        IsAccess = isAccess,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            using MappedView view = mapped.GetView(offset, sizeof(ulong));
            sum += view.Read<ulong>(0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FerriteSpan(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            using MappedView view = mapped.GetView(offset, sizeof(ulong));
            sum += MemoryMarshal.Read<ulong>(view.Span);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong AcquiredPointer(long count)
    {
        SafeMemoryMappedViewHandle view = File.Accessor.SafeMemoryMappedViewHandle;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            byte* pointer = null;
            ulong value;
            try
            {
                view.AcquirePointer(ref pointer);
                // SAFETY: the view covers the file, which holds at least count values, and can't be unmapped before ReleasePointer.
                value = *(ulong*)(pointer + offset);
            }
            finally
            {
                view.ReleasePointer();
            }

            // Here rather than above, or the JIT keeps the sum in memory.
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ViewAccessor(long count)
    {
        MemoryMappedFile map = File.PeerMap;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            using MemoryMappedViewAccessor accessor = map.CreateViewAccessor(offset, sizeof(ulong), MemoryMappedFileAccess.Read);
            sum += accessor.ReadUInt64(0);
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
}
