using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// Records of one size in a mapped file, in place: by index, in order, by binary search. A view like <see cref="MappedView"/>: dispose it
/// (<c>using</c>), which says whether what was seen can be trusted; a <c>ref</c> into it is good until then and no longer.
/// </summary>
/// <typeparam name="T">The record: its bytes as they are in memory, at any alignment.</typeparam>
public readonly unsafe ref partial struct MappedRecords<T>
    where T : unmanaged
{
    private readonly Region? _region;
    private readonly byte* _start;
    private readonly WrittenRange? _written;

    internal MappedRecords(Region region, long offset, long count)
        : this(region, region.Base + offset, count, region.Counter is null ? null : new WrittenRange())
    {
    }

    private MappedRecords(Region? region, byte* start, long count, WrittenRange? written)
    {
        _region = region;
        _start = start;
        _written = written;
        Count = count;
    }

    /// <summary>How many.</summary>
    public long Count { get; }

    /// <summary>Where the first begins in the file, in bytes.</summary>
    public long Offset => _region is { } region ? _start - region.Base : 0;

    /// <summary>The records, good until they are disposed.</summary>
    /// <exception cref="InvalidOperationException">There are more than a span can have (2³¹ − 1): slice them first.</exception>
    /// <exception cref="ObjectDisposedException">On Windows: they were disposed.</exception>
    public ReadOnlySpan<T> Span
    {
        get
        {
            Views.CheckHeld(_region);
            // SAFETY: the records lie inside the region by their making; _region keeps the addresses mapped while the view is in use.
            return new(_start, Views.SpanLength(Count));
        }
    }

    /// <summary>
    /// Whether everything seen through them so far was the file's own bytes. Does not see a cut inside the last page, or one that was
    /// undone: see <see cref="MappedFile.Validate()"/>.
    /// </summary>
    public bool IsValid => _region is not { } region || Views.IsValid(region, _start, Count * sizeof(T));

    /// <summary>A record.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public ref readonly T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref At(index);
    }

    /// <summary>A record, to be changed in place.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    /// <exception cref="NotSupportedException">The file is mapped <see cref="MapMode.ReadOnly"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T GetWritable(long index)
    {
        if (_region is { IsWritable: false })
        {
            Throw.IfNotWritable(MapMode.ReadOnly);
        }

        ref T record = ref At(index);
        _written?.Add(index * sizeof(T), sizeof(T));
        return ref record;
    }

    /// <summary>Some of them, good as long as all are: dispose them only to learn whether what was seen can be trusted.</summary>
    /// <param name="start">The first, 0 to <see cref="Count"/>.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They aren't all among these.</exception>
    public MappedRecords<T> Slice(long start, long count)
    {
        Views.CheckRange(start, count, Count);
        return new(_region?.HoldPart(), _start + (start * sizeof(T)), count, _written?.From(start * sizeof(T)));
    }

    /// <summary>Finds a record by its key among records in ascending order of it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="compare">Less than, equal to or greater than 0 where the record's key is less than, equal to or greater than the key.</param>
    /// <returns>The index of one that compares equal; if there is none, the complement (~) of the index where it would be inserted.</returns>
    public long BinarySearch<TKey>(TKey key, RecordComparison<T, TKey> compare)
        where TKey : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(compare);
        long low = 0;
        long high = Count - 1;
        while (low <= high)
        {
            long middle = low + ((high - low) >> 1);
            int order = compare(in At(middle), key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    /// <summary>The records in order. The end of the enumeration throws what <see cref="Validate"/> throws.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Throws if what was seen can't be trusted. May be called any number of times.</summary>
    /// <exception cref="MappedFileFaultException">A page was gone, or the file was shrunk to less than the records.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Validate()
    {
        if (_region is { } region)
        {
            Views.Validate(region, _start, Count * sizeof(T));
        }
    }

    /// <summary>
    /// Ends the view and throws what <see cref="Validate"/> throws. Counts for the file's <see cref="FlushPolicy"/>, as one write, what lies
    /// from the first to the last record that <see cref="GetWritable"/> has handed out.
    /// </summary>
    /// <exception cref="MappedFileFaultException">A page was gone, or the file was shrunk to less than the records.</exception>
    /// <exception cref="IOException">A flush that the <see cref="FlushPolicy"/> asked for failed, now or earlier.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_region is { } region)
        {
            Views.End(region, _start, Count * sizeof(T));
            if (_written is not null && _written.Take(out long offset, out long length))
            {
                Views.Count(region, _start + offset, length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref T At(long index)
    {
        if ((ulong)index >= (ulong)Count)
        {
            Throw.OutOfRange(index, 1, Count);
        }

        Views.CheckHeld(_region);
        // SAFETY: the records lie inside the region by its making, and index is one of them; _region keeps the addresses mapped while the
        // view is in use, which its user promises for as long as the reference is.
        return ref Unsafe.AsRef<T>(_start + (index * sizeof(T)));
    }
}
