namespace System;

/// <summary>What 1..3 is compiled against; netstandard2.0 lacks it.</summary>
internal readonly struct Range(Index start, Index end)
{
    internal Index Start { get; } = start;

    internal Index End { get; } = end;
}
