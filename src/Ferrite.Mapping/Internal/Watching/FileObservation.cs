using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Internal.Watching;

/// <summary>What a look at a path found. Times are in nanoseconds from 1970.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileObservation
{
    private const long CoarsestTick = 20_000_000;
    private const long CoarsestClock = 2_000_000_000;

    /// <summary>Whether anything is there.</summary>
    internal bool Exists { get; init; }

    /// <summary>Whether it is a regular file.</summary>
    internal bool IsFile { get; init; }

    internal FileIdentity Identity { get; init; }

    internal FileOwnership Ownership { get; init; }

    internal long Length { get; init; }

    /// <summary>When the content was written last.</summary>
    internal long Modified { get; init; }

    /// <summary>When anything of it was changed last; 0 where the OS isn't asked.</summary>
    internal long Changed { get; init; }

    /// <summary>Before the look, by this machine's clock.</summary>
    internal long LookedAt { get; init; }

    /// <summary>
    /// Whether a write right after the look could carry the same time as one before it: stamps are as fine as the kernel's tick, on FAT
    /// and small inodes of ext3 as fine as a second or two.
    /// </summary>
    internal bool MayHideWrites => IsTooClose(Modified);

    /// <summary>The same, of any change.</summary>
    internal bool MayHideChanges => Changed == 0 || IsTooClose(Changed);

    internal static long Now => ToNanoseconds(DateTime.UtcNow);

    internal static long ToNanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private bool IsTooClose(long stamp) => stamp > LookedAt - (stamp % 1_000_000_000 == 0 ? CoarsestClock : CoarsestTick);
}
