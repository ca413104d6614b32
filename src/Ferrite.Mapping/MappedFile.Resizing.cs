namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// Sets the file's length. Growing within <see cref="Capacity"/> moves nothing; past it the mapping moves to one of twice the capacity,
    /// and views of the old one go on reading and writing the same file. Shrinking ends views that reach past the new end: they throw when
    /// validated. New bytes are zero. Waits for nobody's access. On Windows every growth moves the mapping, and shrinking, which needs the
    /// whole file unmapped for a moment, waits for running accesses, lets others wait, and fails where a view is still held after a second
    /// or somebody else has the file mapped.
    /// </summary>
    /// <param name="length">Bytes, 0 to 2⁵⁶.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range.</exception>
    /// <exception cref="NotSupportedException">
    /// The file isn't mapped <see cref="MapMode.ReadWrite"/>, or is sealed against it (F_SEAL_SHRINK, F_SEAL_GROW): nothing was touched.
    /// </exception>
    /// <exception cref="MappedFileFaultException">A page was lost, or the file was cut by others: <see cref="Refresh"/> first.</exception>
    /// <exception cref="IOException">
    /// The OS refused (no space to preallocate, too long for the file system, out of address space; on Windows also a view or another
    /// mapping of a file that is to shrink; on hugetlbfs a length that is no multiple of its pages), or could not lock the new mapping as the
    /// old one is. The length is as before.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Resize(long length)
    {
        CheckLength(length);
        Live();
        if (Mode != MapMode.ReadWrite)
        {
            throw new NotSupportedException($"A file that is mapped {Mode} can't be resized.");
        }

        _mapping.Resize(ref _region, length);
    }

    /// <summary>
    /// Maps the file anew, at its length now: brings back a mapping that lost a page, shows growth and cuts by others, discards what was
    /// written under <see cref="MapMode.CopyOnWrite"/>, and clears the failure of a flush, so that the next one writes those pages again.
    /// Views of before stay what they were, also untrusted.
    /// </summary>
    /// <exception cref="IOException">The OS refused, or could not lock the new mapping as the old one is. The mapping is as before.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Refresh() => _mapping.Refresh(ref _region);

    /// <summary>
    /// Asks the OS for the file's length, and throws if it is shorter than the mapping or a page was lost: finds also what no access can see,
    /// a cut inside the last page. A system call (fstat(2)).
    /// </summary>
    /// <exception cref="MappedFileFaultException">A page was lost, or the file was cut.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Validate() => _mapping.Validate(ref _region);
}
