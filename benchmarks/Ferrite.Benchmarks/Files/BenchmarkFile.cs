using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Files;

/// <summary>A file full of known values, opened by everybody at once. In the page cache from the start.</summary>
internal sealed unsafe class BenchmarkFile : IDisposable
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly MemoryMappedFile _peerMap;
    private readonly byte* _pointer;
    private readonly Memo _sums;

    internal BenchmarkFile(string directory, long length)
    {
        Path = System.IO.Path.Combine(directory, $"ferrite-benchmark-{Guid.NewGuid():N}");
        Length = length;
        Values = new ulong[length / sizeof(ulong)];
        for (int i = 0; i < Values.Length; i++)
        {
            Values[i] = (ulong)(i + 1) * Golden;
        }

        _sums = new Memo(AddUp);

        System.IO.File.WriteAllBytes(Path, MemoryMarshal.AsBytes(Values.AsSpan()));
        Mapped = MappedFile.Open(Path, MapMode.ReadWrite);
        Handle = System.IO.File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Stream = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _peerMap = MemoryMappedFile.CreateFromFile(Handle, mapName: null, length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        Accessor = _peerMap.CreateViewAccessor(0, length, MemoryMappedFileAccess.ReadWrite);

        // The baseline has nothing of Ferrite in it: it is what the BCL's own view hands out.
        Accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref _pointer);
    }

    internal string Path { get; }

    /// <summary>Bytes.</summary>
    internal long Length { get; }

    /// <summary>What is in it, as long as no case writes.</summary>
    internal ulong[] Values { get; }

    internal MappedFile Mapped { get; }

    internal MemoryMappedFile PeerMap => _peerMap;

    internal MemoryMappedViewAccessor Accessor { get; }

    internal SafeFileHandle Handle { get; }

    internal FileStream Stream { get; }

    /// <summary>The first byte, mapped readable and writable by the BCL until this is disposed.</summary>
    internal byte* Pointer => _pointer;

    /// <summary>The sum of the first values.</summary>
    internal ulong Sum(long values) => _sums.Of(values);

    public void Dispose()
    {
        Accessor.SafeMemoryMappedViewHandle.ReleasePointer();
        Accessor.Dispose();
        _peerMap.Dispose();
        Stream.Dispose();
        Handle.Dispose();
        Mapped.Dispose();
        System.IO.File.Delete(Path);
    }

    private ulong AddUp(long values)
    {
        ulong sum = 0;
        foreach (ulong value in Values.AsSpan(0, (int)values))
        {
            sum += value;
        }

        return sum;
    }
}
