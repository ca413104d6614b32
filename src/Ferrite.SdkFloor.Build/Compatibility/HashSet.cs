namespace Ferrite.SdkFloor;

/// <summary>That of netstandard2.0 is no <see cref="IReadOnlySet{T}"/>.</summary>
internal sealed class HashSet<T>(IEqualityComparer<T> comparer) : System.Collections.Generic.HashSet<T>(comparer), IReadOnlySet<T>;
