using System.Globalization;
using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Handles;
using Ferrite.Handles.Internal.Beneath;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// A file opened and closed, some directories deep, again and again: beneath a directory handle by a name, and by its full path. All ask for the
/// same share mode.
/// </summary>
internal sealed class OpensBeneath : Case
{
    private const long OpeningsOfCall = 4096;

    private readonly string _directory;
    private readonly string _name;
    private readonly string _path;
    private readonly DirectoryHandle _root;

    /// <param name="file">Not used, but for where it lies.</param>
    /// <param name="depth">Components of the name, the file's own included.</param>
    internal OpensBeneath(BenchmarkFile file, int depth)
        : base(file)
    {
        _directory = file.Path + "-beneath";
        _name = string.Join('/', Enumerable.Range(1, depth - 1).Select(static i => string.Create(CultureInfo.InvariantCulture, $"directory{i}")).Append("file"));
        _path = Path.Combine(_directory, _name);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        System.IO.File.WriteAllBytes(_path, new byte[100]);
        _root = DirectoryHandle.Open(_directory);
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Opens(Peer.RawPointer, "open, close: two system calls, no share mode, no handle", SystemCalls),
        Opens(Peer.Ferrite, "DirectoryHandle.OpenFile(name), Dispose", Ferrite),
        Opens(Peer.Ferrite, "the same without openat2: by the walk", Walk, byWalk: true),
        Opens(Peer.RandomAccess, "File.OpenHandle(path), Dispose", Bcl),
        Opens(Peer.FileStream, "new FileStream(path), Dispose", Stream),
    ];

    public override void Dispose()
    {
        LinuxDirectories.LacksOpenAt2 = false;
        _root.Dispose();
        Directory.Delete(_directory, recursive: true);
        base.Dispose();
    }

    private static Contender Opens(Peer peer, string name, Func<long, ulong> kernel, bool byWalk = false) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = static count => (ulong)count,
        Operations = OpeningsOfCall,
        NeverFewer = true,
        IsAccess = false,
        Prepare = () => LinuxDirectories.LacksOpenAt2 = byWalk,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong SystemCalls(long count)
    {
        ulong opened = 0;
        for (long i = 0; i < count; i++)
        {
            int descriptor = Libc.Open(_path, Libc.O_RDONLY);
            opened += descriptor >= 0 ? 1u : 0;
            _ = Libc.Close(descriptor);
        }

        return opened;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        ulong opened = 0;
        for (long i = 0; i < count; i++)
        {
            using SafeFileHandle handle = _root.OpenFile(_name);
            opened += handle.IsInvalid ? 0 : 1u;
        }

        return opened;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Walk(long count)
    {
        ulong opened = 0;
        for (long i = 0; i < count; i++)
        {
            using SafeFileHandle handle = _root.OpenFile(_name);
            opened += handle.IsInvalid ? 0 : 1u;
        }

        return opened;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Bcl(long count)
    {
        ulong opened = 0;
        for (long i = 0; i < count; i++)
        {
            using SafeFileHandle handle = System.IO.File.OpenHandle(_path);
            opened += handle.IsInvalid ? 0 : 1u;
        }

        return opened;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        ulong opened = 0;
        for (long i = 0; i < count; i++)
        {
            using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read);
            opened += stream.CanRead ? 1u : 0;
        }

        return opened;
    }
}
