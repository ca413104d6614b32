namespace Ferrite.Mapping.Tests.Model;

/// <summary>The contract of <see cref="MappedFile"/> over a plain <c>byte[]</c>.</summary>
internal sealed class ModelFile
{
    /// <summary>The most that may be asked for; no file system and address space has it.</summary>
    internal const long MostBytes = 1L << 56;

    private readonly List<ModelRegion> _regions = [];
    private readonly long _optionCapacity;

    internal ModelFile(ModelDisk disk, MapMode mode, long capacity, string? path)
    {
        Disk = disk;
        Mode = mode;
        _optionCapacity = capacity;
        Path = path;
        // By handle there are always addresses, if only to have the handle's access checked.
        Current = Map(disk.Length, path is null ? Math.Max(capacity, 1) : capacity);
    }

    internal ModelDisk Disk { get; }

    internal MapMode Mode { get; }

    internal string? Path { get; }

    /// <summary>Stays what it was when the file is disposed, so that places still mean something.</summary>
    internal ModelRegion Current { get; private set; }

    internal bool IsDisposed { get; private set; }

    internal long Length => Current.Length;

    internal long Capacity => Current.Capacity;

    internal Refusal Live() => IsDisposed ? Refusal.Disposed : Refusal.None;

    internal Refusal Access(long offset, long length, bool write = false) =>
        IsDisposed ? Refusal.Disposed
        : write && Mode == MapMode.ReadOnly ? Refusal.NotSupported
        : IsInside(offset, length, Length) ? Refusal.None
        : Refusal.OutOfRange;

    /// <summary>Stated so that nothing can overflow, whatever it costs.</summary>
    internal static bool IsInside(long offset, long length, long total) =>
        offset >= 0 && length >= 0 && (Int128)offset + length <= total;

    internal Refusal Resize(long length)
    {
        Refusal refusal =
            length is < 0 or > MostBytes ? Refusal.OutOfRange
            : IsDisposed ? Refusal.Disposed
            : Mode != MapMode.ReadWrite ? Refusal.NotSupported
            : length == MostBytes ? Refusal.Failed
            : IsHeldBack(length) ? Refusal.Failed
            : Refusal.None;
        if (refusal != Refusal.None)
        {
            return refusal;
        }

        if (length < Length)
        {
            Current = Map(length, Capacity);
            _regions.ForEach(region => region.Shrink(length));
        }
        else
        {
            Disk.HasGarbage = false;
            if (length > Capacity)
            {
                Current = Map(length, Capacity * 2);
            }

            Current.Grow(length);
        }

        Disk.Resize(length);
        return Refusal.None;
    }

    /// <summary>On Windows a file can't be cut while any of it is mapped, and what is held stays mapped.</summary>
    private bool IsHeldBack(long length) => OperatingSystem.IsWindows() && length < Disk.Length && Disk.Holders > 0;

    internal Refusal Refresh()
    {
        if (!IsDisposed)
        {
            Current = Map(Disk.Length, Math.Max(_optionCapacity, Capacity));
        }

        return Live();
    }

    internal void Dispose()
    {
        IsDisposed = true;
        _regions.ForEach(static region => region.Close());
    }

    private ModelRegion Map(long length, long capacity)
    {
        long page = MappedFile.PageSize;
        long pages = (Math.Max(length, capacity) + page - 1) / page;
        // Windows maps exactly the file.
        var region = new ModelRegion(Disk, Mode == MapMode.CopyOnWrite, length, OperatingSystem.IsWindows() ? length : pages * page);
        _regions.Add(region);
        return region;
    }
}
