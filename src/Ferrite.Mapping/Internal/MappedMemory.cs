using System.Buffers;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Bytes of a region as memory. The region lives as long as this is referenced, so the addresses never dangle. Disposing ends it like a
/// view.
/// </summary>
internal sealed unsafe class MappedMemory : MemoryManager<byte>
{
    private readonly byte* _start;
    private readonly bool _isWritable;
    private int _disposed;

    /// <param name="region">Held for this.</param>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="isWritable">Whether it is counted as written when it ends, where that is counted.</param>
    internal MappedMemory(Region region, long offset, int length, bool isWritable)
    {
        Region = region;
        _start = region.Base + offset;
        Length = length;
        _isWritable = isWritable;
    }

    internal Region Region { get; }

    internal int Length { get; }

    public override Span<byte> GetSpan()
    {
        ThrowIfDisposed();
        Views.CheckHeld(Region);
        // SAFETY: the range was inside the region when this was made; its addresses stay mapped while this, which holds the region, is in use.
        return new Span<byte>(_start, Length);
    }

    /// <summary>Nothing to pin: mapped memory does not move. The handle keeps this, and so the region, alive.</summary>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ThrowIfDisposed();
        Views.CheckHeld(Region);
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, Length);
        // SAFETY: the index is inside the range by the checks, or right behind it; the handle holds this, and so the region.
        return new MemoryHandle(_start + elementIndex, default, this);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        if (_isWritable)
        {
            Views.EndWritable(Region, _start, Length);
        }
        else
        {
            Views.End(Region, _start, Length);
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
