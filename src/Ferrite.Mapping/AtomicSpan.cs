using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>Integers side by side in a mapped file, each to be changed atomically: see <see cref="AtomicRef{T}"/>.</summary>
/// <typeparam name="T">int, uint, long or ulong.</typeparam>
public readonly ref struct AtomicSpan<T>
    where T : unmanaged
{
    private readonly ref Region _current;
    private readonly Region _region;
    private readonly long _offset;

    internal AtomicSpan(ref Region current, Region region, long offset, int length)
    {
        _current = ref current;
        _region = region;
        _offset = offset;
        Length = length;
    }

    /// <summary>How many integers.</summary>
    public int Length { get; }

    /// <summary>One of them.</summary>
    /// <param name="index">0 to <see cref="Length"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public unsafe AtomicRef<T> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            return new AtomicRef<T>(ref _current, _region, _offset + ((long)index * sizeof(T)));
        }
    }
}
