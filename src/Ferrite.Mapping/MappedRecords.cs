using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// Records of one size in a mapped file, in place: by index, in order, by binary search. A view like <see cref="MappedView"/>: dispose it
/// (<c>using</c>), which says whether what was seen can be trusted; a <c>ref</c> into it is good until then and no longer.
/// </summary>
/// <typeparam name="T">The record: its bytes as they are in memory, at any alignment.</typeparam>
public readonly unsafe ref struct MappedRecords<T>
    where T : unmanaged
{
    private readonly Region? _region;
    private readonly byte* _start;

    internal MappedRecords(Region region, long offset, long count)
    {
        _region = region;
        _start = region.Base + offset;
        Count = count;
    }

    /// <summary>How many.</summary>
    public long Count { get; }

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

        return ref At(index);
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

    /// <summary>The records in order.</summary>
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

    /// <summary>Ends the view, counts it for the file's <see cref="FlushPolicy"/> where it can be written, and throws what <see cref="Validate"/> throws.</summary>
    /// <exception cref="MappedFileFaultException">A page was gone, or the file was shrunk to less than the records.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_region is { } region)
        {
            Views.EndWritable(region, _start, Count * sizeof(T));
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

    /// <summary>Hands out the records in order.</summary>
    public ref struct Enumerator
    {
        private readonly MappedRecords<T> _records;
        private long _index;

        internal Enumerator(MappedRecords<T> records)
        {
            _records = records;
            _index = -1;
        }

        /// <summary>The record.</summary>
        public readonly ref readonly T Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            // SAFETY: MoveNext came to an index below Count; the records' region is kept alive by the field.
            get => ref Unsafe.AsRef<T>(_records._start + (_index * sizeof(T)));
        }

        /// <summary>Goes on to the next record.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (_index + 1 >= _records.Count)
            {
                return false;
            }

            _index++;
            return true;
        }
    }
}
