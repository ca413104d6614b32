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
        Region region = Views.GetRecords(ref _region, offset, sizeof(T), count, out long records);
        return new MappedRecords<T>(region, offset, records);
    }
}
