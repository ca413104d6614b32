namespace Ferrite.SafetyDoc;

/// <summary>A chapter of the page: whose comments belong there, by the file's path.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Invariant">What holds throughout, in a sentence or two.</param>
/// <param name="Words">A file belongs to the first group of which its path has a word.</param>
internal sealed record SafetyGroup(string Title, string Invariant, params string[] Words)
{
    internal static readonly IReadOnlyList<SafetyGroup> All =
    [
        new("Tests", "Tests break things on purpose, in child processes; what they dereference they mapped or pinned themselves.", "tests/"),
        new("The ferrite tool", "Buffers handed to the kernel live on the stack or are pinned for the call.", "src/Ferrite.Cli/"),
        new("Handles", "A number is used only while a borrow, or its owner, keeps it open; what the kernel reads and writes lives on the caller's stack or is pinned.", "src/Ferrite.Handles/"),
        new("Atomics", "An atomic's address is aligned to its size and lies in a region that the AtomicRef refers to.", "Atomic", "Waiting", "Futex"),
        new("Locking", "Locked pages are pages of a region that its file refers to; nothing is half locked.", "Lock"),
        new("Advice", "Advice changes no byte of a shared mapping, and is given for pages of a region that its file refers to.", "Advice", "Advis", "Prefetch", "Prefault", "Touch", "Evict", "Residency", "Resident", "Huge", "CacheStat"),
        new("Flush", "A flush reads pages of a region that the caller refers to; the state word is tested after it.", "Flush"),
        new("Faults", "The handler finds a region by its address in a table whose slots outlive every access, and tells it by the header below the base.", "Fault", "Guard", "Overcommit"),
        new("Platform shims", "Every native call is declared once, in a file of its own; the caller says why its arguments are good.", "Interop/", "Backend", "UnixFiles", "Windows"),
        new("Mapping", "A region's addresses stay mapped, to the file or to zero pages, while anything refers to the region; every access ends with GC.KeepAlive.", ""),
    ];

    internal static SafetyGroup Of(SafetyComment comment) =>
        All.First(group => group.Words.Any(word => comment.File.Contains(word, StringComparison.Ordinal)));
}
