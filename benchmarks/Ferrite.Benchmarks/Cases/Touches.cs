using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// The pages of a file that is in the page cache mapped before they are used. Afterwards the kernel is asked which are. The file, all of
/// it a hole, is so many times as long as the one that the case is given.
/// </summary>
internal sealed unsafe class Touches : Case
{
    internal const long TimesAsLong = 64;

    private const long Unit = 1 << 20;

    private readonly string _path;
    private readonly long _length;
    private readonly MappedFile _mapped;
    private readonly MemoryMappedFile _peerMap;
    private readonly MemoryMappedViewAccessor _accessor;
    private readonly byte* _peer;
    private readonly byte* _own;

    internal Touches(BenchmarkFile file)
        : base(file)
    {
        _path = file.Path + "-touched";
        _length = file.Length * TimesAsLong;
        using (FileStream created = System.IO.File.Create(_path))
        {
            created.SetLength(_length);
        }

        _mapped = MappedFile.Open(_path);
        _own = _mapped.DangerousGetPointer();
        _peerMap = MemoryMappedFile.CreateFromFile(_path, FileMode.Open, mapName: null, _length, MemoryMappedFileAccess.ReadWrite);
        _accessor = _peerMap.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        _accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref _peer);
        Populate(_length / Unit);
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Ways(Peer.RawPointer, "madvise(MADV_POPULATE_READ), one call", Populate, _peer, isBaseline: true),
        Ways(Peer.RawPointer, "a byte of each page", ReadPages, _peer),
        Ways(Peer.Ferrite, "Touch(0, length)", Touch, _own),
        Ways(Peer.Accessor, "ReadByte of each page", Accessor, _peer),
    ];

    public override void Dispose()
    {
        _accessor.SafeMemoryMappedViewHandle.ReleasePointer();
        _accessor.Dispose();
        _peerMap.Dispose();
        _mapped.Dispose();
        System.IO.File.Delete(_path);
        base.Dispose();
    }

    private Contender Ways(Peer peer, string name, Func<long, ulong> kernel, byte* address, bool isBaseline = false) => new()
    {
        Peer = peer,
        IsBaseline = isBaseline,
        Name = name,
        Prepare = () => Forget(address),
        Kernel = kernel,
        Expected = static count => (ulong)(count * Unit / Environment.SystemPageSize),
        Observe = (count, returned) => returned + (ulong)PageMap.CountMapped(address, count * Unit),
        Operations = _length / Unit,
        NeverFewer = true,
        IsAccess = false,
    };

    private void Forget(byte* address)
    {
        // SAFETY: one of the two mappings of the whole file, which nobody uses meanwhile; no byte changes, since they are shared.
        if (Libc.MAdvise(address, (nuint)_length, Libc.MADV_DONTNEED) != 0)
        {
            throw new IOException("madvise(MADV_DONTNEED) failed.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Populate(long count)
    {
        // SAFETY: the first part of a mapping of the whole file, which lasts until the case is disposed.
        return (ulong)Libc.MAdvise(_peer, (nuint)(count * Unit), Libc.MADV_POPULATE_READ);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadPages(long count)
    {
        byte* pointer = _peer;
        int page = Environment.SystemPageSize;
        ulong sum = 0;
        for (long offset = 0; offset < count * Unit; offset += page)
        {
            // SAFETY: inside the mapping of the whole file, which lasts until the case is disposed.
            sum += pointer[offset];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Touch(long count)
    {
        _mapped.Touch(0, count * Unit);
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        MemoryMappedViewAccessor accessor = _accessor;
        int page = Environment.SystemPageSize;
        ulong sum = 0;
        for (long offset = 0; offset < count * Unit; offset += page)
        {
            sum += accessor.ReadByte(offset);
        }

        return sum;
    }
}
