namespace Ferrite.Mapping;

/// <summary>
/// Whether a mapping is to use pages of 2 MiB (or what else the processor has) instead of 4 KiB: fewer faults, fewer TLB misses. Linux.
/// Files of hugetlbfs always do. Others can: on tmpfs mounted with <c>huge=</c> other than <c>never</c>; anonymous memory
/// (<see cref="MappedFile.CreateAnonymous"/>) from the pool of <c>vm.nr_hugepages</c>, or where
/// <c>/sys/kernel/mm/transparent_hugepage/shmem_enabled</c> allows; with newer kernels ext4, XFS and Btrfs, for pages that the mapping
/// itself brings into the page cache. See hugetlbpage and transhuge in the kernel's admin guide.
/// </summary>
public enum HugePages
{
    /// <summary>The OS's own choice.</summary>
    None,

    /// <summary>Asks for them and goes on without: <see cref="MappedFile.HugePagesInUse"/> tells.</summary>
    Prefer,

    /// <summary>
    /// Fails where they can't be had: an <see cref="IOException"/> that says why, or <see cref="PlatformNotSupportedException"/>. To find out,
    /// the opening may bring in the first of them.
    /// </summary>
    Require,
}
