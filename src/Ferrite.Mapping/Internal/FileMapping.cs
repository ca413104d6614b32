using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// What a mapped file is besides its current region: the open file, the options, the regions that were replaced but may still be in use.
/// Whatever changes the current region goes through here, one at a time; the region's field lies in the caller, as close to the accesses
/// as can be, and is handed in by reference.
/// </summary>
internal sealed partial class FileMapping
{
    /// <summary>
    /// Held by whatever replaces the region. Never while waiting for the disk; while waiting for other threads' accesses only where those
    /// are counted and the file shrinks.
    /// </summary>
    private readonly Lock _gate = new();

    /// <summary>Under the gate. Pruned when one is added.</summary>
    private readonly List<WeakReference<Region>> _replaced = [];

    private readonly SafeFileHandle _file;
    private readonly MappedFileOptions _options;
    private readonly PageLayout _layout;
    private readonly bool _isGuarded;
    private bool _closed;

    internal FileMapping(SafeFileHandle file, string? path, MapMode mode, MappedFileOptions options, bool created, FileSeals seals = FileSeals.None)
    {
        _file = file;
        Path = path;
        Mode = mode;
        _options = options;
        Backend.GetLengthAndPageSize(file, out long length, out long pageSize).ThrowIfFailed(path);
        LengthAtOpening = length;
        _layout = PageLayout.Of(pageSize, options.HugePages);
        // A file that nobody can cut has all its pages, but for those of hugetlbfs: those are not promised to a hole.
        _isGuarded = options.FaultGuard && (_layout.IsHugeTlb || !seals.HasFlag(FileSeals.Shrink));
        _pending = mode == MapMode.ReadWrite && options.FlushPolicy != FlushPolicy.Manual ? new PendingWrites(options.FlushPolicy) : null;
        _trigger = options.FlushPolicy.Trigger;
        _directoryToSync = created && path is not null ? System.IO.Path.GetDirectoryName(path) : null;
    }

    /// <summary>Full path, if it was opened by one.</summary>
    internal string? Path { get; }

    internal MapMode Mode { get; }

    /// <summary>Bytes of the file then.</summary>
    internal long LengthAtOpening { get; }

    /// <summary>The open file.</summary>
    internal SafeFileHandle File
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(MappedFile));
            return _file;
        }
    }

    /// <summary>The first region, and all that the options ask of it.</summary>
    internal Region Open(long length, long capacity)
    {
        Region region = Map(length, capacity);
        try
        {
            RequireHugePages(region);
            Prefault(ref region);
            return region;
        }
        catch
        {
            region.Close();
            throw;
        }
    }

    private Region Map(long length, long capacity)
    {
        if (length > PageMath.MaxLength)
        {
            throw new IOException($"A file of {length} bytes is longer than can be mapped ({PageMath.MaxLength} bytes).");
        }

        Region region = Region.Map(_file, Path, Mode, length, _layout.CapacityFor(length, capacity), _layout, _isGuarded, CountsWrites);
        if (_counter is not null && region.IsMapped)
        {
            region.Counter = _counter;
        }

        AdviseAgain(region);
        return region;
    }

    /// <summary>The file's length now, whoever changed it.</summary>
    internal long GetFileLength()
    {
        Backend.GetLength(_file, out long length).ThrowIfFailed(Path);
        return length;
    }

    private Region Current(ref Region current)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(MappedFile));
        return current;
    }

    /// <summary>Lets <paramref name="next"/> take over. The region it replaces stays alive as long as it is in use.</summary>
    private void Replace(ref Region current, Region next)
    {
        Region previous = current;
        Volatile.Write(ref current, next);
        _prefaulter?.Stop();
        _replaced.RemoveAll(static weak => !weak.TryGetTarget(out _));
        if (previous.IsMapped)
        {
            _replaced.Add(new WeakReference<Region>(previous));
        }
    }

    private IEnumerable<Region> ReplacedAlive()
    {
        foreach (WeakReference<Region> weak in _replaced)
        {
            if (weak.TryGetTarget(out Region? region))
            {
                yield return region;
            }
        }
    }
}
