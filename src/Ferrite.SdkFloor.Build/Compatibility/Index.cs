namespace System;

/// <summary>What ^1 is compiled against; netstandard2.0 lacks it.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    internal int Value { get; } = value;

    internal bool IsFromEnd { get; } = fromEnd;

    internal int GetOffset(int length) => IsFromEnd ? length - Value : Value;

    public static implicit operator Index(int value) => new(value);
}
