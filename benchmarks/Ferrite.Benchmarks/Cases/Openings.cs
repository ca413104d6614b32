using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// A file of 4 KiB opened by its path, mapped, read once and let go, again and again. A call is long enough to hold what others do for
/// it later: the garbage collections and finalizers of thousands of openings.
/// </summary>
internal sealed unsafe class Openings(BenchmarkFile file) : Case(file)
{
    internal const long FileLength = 4096;

    private const long OpeningsOfCall = 2048;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Opens(Peer.RawPointer, "open, lseek, mmap, munmap, close", SystemCalls),
        Opens(Peer.Ferrite, "MappedFile.Open, Dispose", Ferrite),
        Opens(Peer.Accessor, "MemoryMappedFile.CreateFromFile(path), CreateViewAccessor, Dispose", ByPath),
        Opens(Peer.Accessor, "File.OpenHandle as Ferrite does, CreateFromFile(handle), CreateViewAccessor, Dispose", ByHandle),
        Opens(Peer.RandomAccess, "File.OpenHandle, Read, Dispose (no mapping)", RandomAccessRead),
        Opens(Peer.FileStream, "new FileStream, ReadExactly, Dispose (no mapping)", Stream),
    ];

    private Contender Opens(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = count => (ulong)count * File.Values[0],
        Operations = OpeningsOfCall,
        NeverFewer = true,
        IsAccess = false,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong SystemCalls(long count)
    {
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            int descriptor = Libc.Open(File.Path, Libc.O_RDONLY);
            nuint length = (nuint)Libc.Seek(descriptor, 0, Libc.SEEK_END);
            // SAFETY: mmap(2) at free addresses; the file is not empty, so that byte 0 is there until munmap(2). Had a call failed, the
            // address would be -1 and the process would end here.
            byte* pointer = Libc.MMap(null, length, Libc.PROT_READ, Libc.MAP_SHARED, descriptor, 0);
            sum += *(ulong*)pointer;
            _ = Libc.MUnmap(pointer, length);
            _ = Libc.Close(descriptor);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            using MappedFile mapped = MappedFile.Open(File.Path);
            sum += mapped.Read<ulong>(0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByPath(long count)
    {
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            using MemoryMappedFile map = MemoryMappedFile.CreateFromFile(File.Path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
            using MemoryMappedViewAccessor accessor = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            sum += accessor.ReadUInt64(0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ByHandle(long count)
    {
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            using SafeFileHandle handle = System.IO.File.OpenHandle(File.Path, share: FileShare.ReadWrite | FileShare.Delete);
            using MemoryMappedFile map = MemoryMappedFile.CreateFromFile(handle, mapName: null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            using MemoryMappedViewAccessor accessor = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            sum += accessor.ReadUInt64(0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessRead(long count)
    {
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            ulong value = 0;
            using SafeFileHandle handle = System.IO.File.OpenHandle(File.Path, share: FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Read(handle, MemoryMarshal.AsBytes(new Span<ulong>(ref value)), 0);
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            ulong value = 0;
            using var stream = new FileStream(File.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.ReadExactly(MemoryMarshal.AsBytes(new Span<ulong>(ref value)));
            sum += value;
        }

        return sum;
    }
}
