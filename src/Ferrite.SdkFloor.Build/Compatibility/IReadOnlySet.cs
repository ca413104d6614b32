namespace Ferrite.SdkFloor;

/// <summary>netstandard2.0 lacks it.</summary>
internal interface IReadOnlySet<T> : IReadOnlyCollection<T>
{
    bool Contains(T item);
}
