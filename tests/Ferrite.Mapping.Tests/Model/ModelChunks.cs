namespace Ferrite.Mapping.Tests.Model;

/// <summary>An enumeration of chunks: the region and its length are fixed when it starts, each move checks the chunk before.</summary>
internal sealed class ModelChunks(ModelRegion region, int size)
{
    private readonly long _end = region.Length;
    private long _start;

    internal int Length { get; private set; }

    internal Refusal Trust() => region.Trust(_start, Length);

    internal Refusal TryMoveNext(out bool more)
    {
        more = false;
        Refusal trust = Trust();
        if (trust == Refusal.None)
        {
            _start += Length;
            Length = (int)Math.Min(size, _end - _start);
            more = Length > 0;
        }

        return trust;
    }

    internal byte[] Load() => region.Load(_start, Length);

    internal void Store(byte[] bytes) => region.Store(_start, bytes);
}
