namespace Ferrite.Mapping;

/// <content>
/// Ranges are in bytes and may begin and end anywhere: what is meant are the pages (<see cref="PageSize"/>; huge ones on hugetlbfs) that
/// they touch, whole.
/// </content>
public sealed partial class MappedFile
{
    /// <summary>
    /// Whether the mapping has huge pages, or the kernel says that it will get them as pages are brought in. Always on hugetlbfs; elsewhere
    /// only where they were asked for (<see cref="MappedFileOptions.HugePages"/>, <see cref="MemoryAdvice.HugePage"/>), and then the kernel
    /// is asked each time, which may take milliseconds. See /proc/pid/smaps in proc(5).
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public bool HugePagesInUse => _mapping.UsesHugePages(ref _region);

    /// <summary>
    /// Tells the OS what the pages of a range are used for. No byte changes. What is about the mapping (<see cref="MemoryAdvice.Normal"/>,
    /// <see cref="MemoryAdvice.Random"/>, <see cref="MemoryAdvice.Sequential"/> and those about huge pages) lasts, over <see cref="Resize"/>
    /// and <see cref="Refresh"/>, until other advice or a cut; each end of such a range costs the process a memory map entry
    /// (<c>vm.max_map_count</c>). The others are done once: those that take pages away leave locked ones alone. See madvise(2).
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="advice">What to tell.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file, or there is no such advice.</exception>
    /// <exception cref="NotSupportedException">
    /// <see cref="MemoryAdvice.DontNeed"/> under <see cref="MapMode.CopyOnWrite"/>, where it would lose what was written;
    /// <see cref="MemoryAdvice.PopulateWrite"/> under <see cref="MapMode.ReadOnly"/>.
    /// </exception>
    /// <exception cref="IOException">The OS refused: no memory, or too many memory map entries.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Advise(long offset, long length, MemoryAdvice advice)
    {
        if (!Enum.IsDefined(advice))
        {
            throw new ArgumentOutOfRangeException(nameof(advice), advice, "There is no such advice.");
        }

        _mapping.Advise(ref _region, offset, length, advice);
    }

    /// <summary>
    /// Starts to read the pages of a range that are not in memory, and waits for the disk only where its queue is full. Nothing tells when
    /// they are there: <see cref="GetResidency"/> looks, <see cref="Touch"/> waits. MADV_WILLNEED in madvise(2), F_RDADVISE in fcntl(2),
    /// PrefetchVirtualMemory.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file, or a cut took it out while this ran.</exception>
    /// <exception cref="IOException">The OS refused.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Prefetch(long offset, long length) => _mapping.Prefetch(ref _region, offset, length);

    /// <summary>
    /// Brings in the pages of a range and maps them, so that no access to them has to wait until the OS takes them out again; waits for the
    /// disk. MADV_POPULATE_READ in madvise(2), Linux 5.14; else each page is read.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="progress">Told, every 16 MiB and at the end, how many bytes of the range are done.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file, or a cut took it out while this ran.</exception>
    /// <exception cref="IOException">The OS refused: no memory.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed, before or while this ran.</exception>
    public void Touch(long offset, long length, IProgress<long>? progress = null) =>
        _mapping.Populate(ref _region, offset, length, write: false, progress);

    /// <summary>
    /// Takes the pages of a range out of memory. What was written is made durable first (<see cref="Flush(long, long, FlushLevel)"/>). Pages
    /// stay that are locked, that others have mapped or are writing, and those of file systems in memory, which are all there is.
    /// MADV_PAGEOUT in madvise(2), posix_fadvise(2); on Windows they leave the working set.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file, or a cut took it out while this ran.</exception>
    /// <exception cref="NotSupportedException">The file is mapped <see cref="MapMode.CopyOnWrite"/>: what was written would be lost.</exception>
    /// <exception cref="IOException">The flush failed, now or earlier; or the OS refused.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Evict(long offset, long length) => _mapping.Evict(ref _region, offset, length);
}
