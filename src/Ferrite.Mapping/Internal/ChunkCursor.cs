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
}
