namespace System;

/// <summary>netstandard2.0 lacks it.</summary>
internal static class HashCode
{
    private const int Prime = 397;

    internal static int Combine<T1, T2>(T1 first, T2 second) => unchecked(((first?.GetHashCode() ?? 0) * Prime) ^ (second?.GetHashCode() ?? 0));
}
