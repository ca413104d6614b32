using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>A part of the file, to keep and hand on; it survives resizes and refreshes.</summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public MappedSegment GetSegment(long offset, long length)
    {
        Views.CheckRange(offset, length, Length);
        return new MappedSegment(this, offset, length);
    }

    /// <summary>The file, or a part of it, as records of one size, without copies.</summary>
    /// <typeparam name="T">The record: its bytes as they are in memory, at any alignment.</typeparam>
    /// <param name="offset">Where the first begins, in bytes from the file's beginning.</param>
    /// <param name="count">How many; null for as many as are there whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">They aren't inside the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public unsafe MappedRecords<T> Records<T>(long offset = 0, long? count = null)
        where T : unmanaged
    {
        long total = Length;
        Views.CheckRange(offset, 0, total);
        long records = count ?? (total - offset) / sizeof(T);
        if (records < 0 || records > (total - offset) / sizeof(T))
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), records, $"{records} records of {sizeof(T)} bytes from offset {offset} lie outside the mapping of {total} bytes.");
        }

        return new MappedRecords<T>(Views.Get(ref _region, offset, records * sizeof(T)), offset, records);
    }
}
