namespace Ferrite.Mapping;

/// <summary>
/// What to tell the OS about pages (<see cref="MappedFile.Advise"/>). Advice changes speed and memory use, never what is read. Where an OS
/// or a kernel has no such advice it does the nearest, or nothing, as said at each. See madvise(2).
/// </summary>
public enum MemoryAdvice
{
    /// <summary>No special treatment: takes <see cref="Random"/> and <see cref="Sequential"/> back. Nothing on Windows.</summary>
    Normal,

    /// <summary>Read at random: no read-ahead, a fault brings in its own page. Nothing on Windows.</summary>
    Random,

    /// <summary>Read once, in order: much read-ahead, and pages that were read are the first to go. Nothing on Windows.</summary>
    Sequential,

    /// <summary>To be used soon: the same as <see cref="MappedFile.Prefetch"/>.</summary>
    WillNeed,

    /// <summary>
    /// Not to be used soon: takes the pages out of this mapping. They stay in the page cache, and no byte that was written is lost: the next
    /// access finds them there. On Windows they leave the working set.
    /// </summary>
    DontNeed,

    /// <summary>
    /// To be mapped by huge pages, where the file system can. It takes an address that is a multiple of the huge page, which
    /// <see cref="MappedFileOptions.HugePages"/> sees to. Linux; nothing elsewhere, and in kernels built without.
    /// </summary>
    HugePage,

    /// <summary>Not to be mapped by huge pages. Linux; nothing elsewhere, and in kernels built without.</summary>
    NoHugePage,

    /// <summary>The first to go when memory is short. Linux 5.4; nothing before; on macOS and Windows <see cref="DontNeed"/>.</summary>
    Cold,

    /// <summary>
    /// Out of memory now: written back, or swapped out, and dropped. Linux 5.4, where the caller owns the file or may write it; else nothing;
    /// on macOS and Windows <see cref="DontNeed"/>. <see cref="MappedFile.Evict"/> goes further.
    /// </summary>
    PageOut,

    /// <summary>Brought in and mapped before this returns: the same as <see cref="MappedFile.Touch"/>.</summary>
    PopulateRead,

    /// <summary>
    /// Brought in and mapped for writing before this returns, so that the first store of each page doesn't fault: holes get disk blocks, and
    /// a full disk shows here. Changes no byte. Under <see cref="MapMode.CopyOnWrite"/> every page gets its private copy. Linux 5.14; else by
    /// touching every page.
    /// </summary>
    PopulateWrite,
}
