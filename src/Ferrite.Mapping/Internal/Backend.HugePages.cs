using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static partial class Backend
{
    /// <summary>Bytes of the pages that the OS can use for a mapping where it finds them; those of a page where it knows of none.</summary>
    internal static long HugePageSize => IsLinux ? LinuxBackend.HugePageSize : PageMath.PageSize;

    /// <summary>Bytes of a page of this file: more than the OS's own on hugetlbfs.</summary>
    internal static long GetPageSize(SafeFileHandle file) => IsLinux ? LinuxBackend.GetPageSize(file) : PageMath.PageSize;

    /// <summary>Both at once, which mostly takes no longer than the length alone.</summary>
    internal static OSError GetLengthAndPageSize(SafeFileHandle file, out long length, out long pageSize)
    {
        pageSize = PageMath.PageSize;
        return IsLinux ? LinuxBackend.GetLengthAndPageSize(file, out length, out pageSize) : GetLength(file, out length);
    }

    /// <summary>Whether pages of the range are mapped by huge ones, or the kernel says that it will do so. Slow: it may look at every mapping.</summary>
    internal static bool UsesHugePages(in AddressRange range) => IsLinux && LinuxBackend.UsesHugePages(range);

    /// <summary>Why there can't be any on this OS; null where there can.</summary>
    internal static string? WhyNoHugePages =>
        IsLinux ? null
        : IsMacOS ? "macOS maps files by ordinary pages only."
        : "Windows maps files by ordinary pages only.";
}
