namespace Ferrite.Mapping.Internal;

/// <summary>From where to where records of one view were handed out to be written: in bytes from its beginning. For one thread.</summary>
internal sealed class WrittenRange
{
    private readonly WrittenRange? _whole;
    private readonly long _start;
    private long _first = long.MaxValue;
    private long _end;

    internal WrittenRange()
    {
    }

    private WrittenRange(WrittenRange whole, long start)
    {
        _whole = whole;
        _start = start;
    }

    /// <summary>For a part of the view, which is counted with the view.</summary>
    internal WrittenRange From(long start) => new(this, start);

    internal void Add(long offset, long length)
    {
        if (_whole is not null)
        {
            _whole.Add(_start + offset, length);
            return;
        }

        _first = Math.Min(_first, offset);
        _end = Math.Max(_end, offset + length);
    }

    /// <summary>Once; false where there is none.</summary>
    internal bool Take(out long offset, out long length)
    {
        (offset, length) = (_first, _end - _first);
        (_first, _end) = (long.MaxValue, 0);
        return length > 0;
    }
}
