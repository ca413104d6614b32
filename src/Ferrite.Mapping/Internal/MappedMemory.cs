using System.Buffers;

namespace Ferrite.Mapping.Internal;

/// <summary>Bytes of a region as memory. The region lives as long as this is referenced, so the addresses never dangle.</summary>
internal sealed unsafe class MappedMemory : MemoryManager<byte>
{
    private readonly Region _region;
    private readonly byte* _start;
    private readonly int _length;
    private bool _disposed;

    /// <param name="region">Held for this.</param>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    internal MappedMemory(Region region, long offset, int length)
    {
        _region = region;
        _start = region.Base + offset;
        _length = length;
    }

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Views.CheckHeld(_region);
        return new Span<byte>(_start, _length);
    }

    /// <summary>Nothing to pin: mapped memory does not move. The handle keeps this, and so the region, alive.</summary>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, _length);
        return new MemoryHandle(_start + elementIndex, default, this);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        if (disposing && Backend.CountsAccess)
        {
            _region.LetGo();
        }
    }
}
