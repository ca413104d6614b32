namespace Ferrite.Mapping.Tests.Model;

/// <summary>Either kind of enumerator; refusals as values.</summary>
internal ref struct AnyChunks
{
    private readonly bool _isWritable;
    private ChunkEnumerable.Enumerator _chunks;
    private WritableChunkEnumerable.Enumerator _writable;

    internal AnyChunks(ChunkEnumerable.Enumerator chunks) => _chunks = chunks;

    internal AnyChunks(WritableChunkEnumerable.Enumerator chunks)
    {
        _writable = chunks;
        _isWritable = true;
    }

    internal readonly ReadOnlySpan<byte> Current => _isWritable ? _writable.Current : _chunks.Current;

    internal readonly Span<byte> WritableCurrent => _writable.Current;

    internal Refusal TryMoveNext(out bool moved)
    {
        moved = false;
        try
        {
            moved = _isWritable ? _writable.MoveNext() : _chunks.MoveNext();
            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }

    internal readonly Refusal TryDispose()
    {
        try
        {
            if (_isWritable)
            {
                _writable.Dispose();
            }
            else
            {
                _chunks.Dispose();
            }

            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }
}
