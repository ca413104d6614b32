namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// Makes what was written durable, or starts to. Does nothing where nothing can have been written (<see cref="MapMode.ReadOnly"/>) or
    /// nothing is to reach the file (<see cref="MapMode.CopyOnWrite"/>). The first durable flush of a file that was created here also makes
    /// its directory entry durable. One durable flush of a file runs at a time.
    /// </summary>
    /// <param name="level">How far to go.</param>
    /// <exception cref="IOException">
    /// The OS failed to write, now or at an earlier flush: the kernel may have dropped what it could not write, so every later flush fails
    /// with the first cause until <see cref="Refresh"/>. See msync(2), fsync(2).
    /// </exception>
    /// <exception cref="MappedFileFaultException">A page was lost, so not everything that was written can be in the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public void Flush(FlushLevel level = FlushLevel.Durable)
    {
        CheckLevel(level);
        _mapping.Flush(ref _region, level);
    }

    /// <summary>Makes what was written to a range durable, or starts to: see <see cref="Flush(FlushLevel)"/>. Whole pages are flushed.</summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="level">How far to go.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file, or there is no such level.</exception>
    /// <exception cref="IOException">The OS failed to write, now or at an earlier flush.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Flush(long offset, long length, FlushLevel level = FlushLevel.Durable)
    {
        CheckLevel(level);
        _mapping.Flush(ref _region, offset, length, level);
    }

    private static void CheckLevel(FlushLevel level)
    {
        if (!Enum.IsDefined(level))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "There is no such level.");
        }
    }
}
