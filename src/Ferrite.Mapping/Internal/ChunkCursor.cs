using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>Where an enumeration of chunks stands: in a region, whose length is fixed when it starts.</summary>
internal unsafe struct ChunkCursor
{
    private readonly Region _region;
    private readonly byte* _end;

    internal ChunkCursor(Region region)
    {
        _region = region;
        Start = region.Base;
        _end = Start + Volatile.Read(ref region.Length);
    }

    internal byte* Start { get; private set; }

    internal int Length { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MoveNext(int chunkSize)
    {
        Validate();
        Start += Length;
        Length = (int)Math.Min(chunkSize, _end - Start);
        return Length > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void CheckHeld() => Views.CheckHeld(_region);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Validate() => Views.Validate(_region, Start, Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void End() => Views.End(_region, Start, Length);

    /// <summary>After a chunk that may have been written: counts it, where that is counted, once.</summary>
    internal bool MoveNextWritable(int chunkSize)
    {
        byte* start = Start;
        int length = Length;
        bool any = MoveNext(chunkSize);
        Count(start, length);
        return any;
    }

    internal void EndWritable()
    {
        End();
        Count(Start, Length);
        Start += Length;
        Length = 0;
    }

    private readonly void Count(byte* start, int length)
    {
        if (_region.Counter is not null)
        {
            Views.Count(_region, start, length);
        }
    }
}
