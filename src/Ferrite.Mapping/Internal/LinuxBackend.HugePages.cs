using System.Globalization;
using Ferrite.Mapping.Interop.Linux;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class LinuxBackend
{
    /// <summary>What the processor maps by one entry a level up: 2 MiB on x64. Where the kernel lacks transparent huge pages it has no name.</summary>
    internal static long HugePageSize { get; } = ReadNumber("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size") ?? 2 << 20;

    /// <summary>Whether the pool that memfds of huge pages come from has any, or may get some.</summary>
    internal static bool HasHugePagePool =>
        (ReadNumber("/proc/sys/vm/nr_hugepages") ?? 0) + (ReadNumber("/proc/sys/vm/nr_overcommit_hugepages") ?? 0) > 0;

    /// <summary>Only where blocks are longer than pages the file system is looked at.</summary>
    internal static OSError GetLengthAndPageSize(SafeFileHandle file, out long length, out long pageSize)
    {
        OSError error = GetLength(file, out length, out long blockSize);
        pageSize = error.IsNone && blockSize > PageMath.PageSize ? GetPageSize(file) : PageMath.PageSize;
        return error;
    }

    internal static long GetPageSize(SafeFileHandle file)
    {
        Libc.StatFsBuffer volume;
        // SAFETY: fstatfs(2) writes one struct statfs of 120 bytes, which lives on this stack frame.
        bool known = Libc.FStatFs(file, &volume) == 0;
        return known && volume.Type == Libc.HUGETLBFS_MAGIC ? volume.BlockSize : PageMath.PageSize;
    }

    internal static bool UsesHugePages(in AddressRange range)
    {
        try
        {
            return HugePageReport.Claims(File.ReadLines("/proc/self/smaps"), range.Base, range.Base + (nint)range.Capacity);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? ReadNumber(string path)
    {
        try
        {
            return long.TryParse(File.ReadAllText(path), NumberStyles.Integer | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number)
                ? number
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
