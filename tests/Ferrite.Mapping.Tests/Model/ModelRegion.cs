namespace Ferrite.Mapping.Tests.Model;

/// <summary>What one mapping of the file shows: a view keeps its own, whatever happens to the file.</summary>
internal sealed class ModelRegion(ModelDisk disk, bool isPrivate, long length, long capacity)
{
    private readonly Dictionary<long, byte[]> _privatePages = [];

    internal long Length { get; private set; } = length;

    internal long Capacity { get; } = capacity;

    internal bool IsShrunk { get; private set; }

    internal bool IsClosed { get; private set; }

    /// <summary>Without addresses there is nothing that a dispose could take away.</summary>
    private bool HasAddresses => Capacity > 0;

    /// <summary>A view, an enumeration or a delegate uses it from now on; <see cref="LetGo"/> ends that.</summary>
    internal void Hold() => disk.Holders += HasAddresses ? 1 : 0;

    internal void LetGo() => disk.Holders -= HasAddresses ? 1 : 0;

    internal void Grow(long length) => Length = length;

    internal void Shrink(long length)
    {
        if (HasAddresses && Length > length)
        {
            Length = length;
            IsShrunk = true;
        }
    }

    internal void Close() => IsClosed = HasAddresses;

    /// <summary>What an access that was made there ends in.</summary>
    internal Refusal Trust(long offset, long length) =>
        IsClosed ? Refusal.Disposed
        : IsShrunk && length > Length - offset ? Refusal.Fault
        : Refusal.None;

    internal byte[] Load(long offset, long length)
    {
        byte[] bytes = disk.Load(offset, length);
        foreach ((long number, byte[] page) in _privatePages)
        {
            for (long i = Math.Max(offset, number * page.Length); i < Math.Min(offset + length, (number + 1) * page.Length); i++)
            {
                bytes[i - offset] = page[i % page.Length];
            }
        }

        return bytes;
    }

    internal void Store(long offset, ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            long at = offset + i;
            if (isPrivate)
            {
                Private(at / MappedFile.PageSize)[at % MappedFile.PageSize] = bytes[i];
            }
            else
            {
                disk[at] = bytes[i];
            }
        }
    }

    /// <summary>The first store copies the page; what others write there is not seen from then on.</summary>
    private byte[] Private(long page)
    {
        if (!_privatePages.TryGetValue(page, out byte[]? copy))
        {
            copy = disk.Load(page * MappedFile.PageSize, MappedFile.PageSize);
            _privatePages.Add(page, copy);
        }

        return copy;
    }
}
