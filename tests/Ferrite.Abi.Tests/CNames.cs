using System.Text.RegularExpressions;
using Ferrite.Mapping;
using Ferrite.Mapping.Internal;
using HandlesLinux = Ferrite.Handles.Interop.Linux;
using HandlesMacOS = Ferrite.Handles.Interop.MacOS;
using HandlesWindows = Ferrite.Handles.Interop.Windows;
using Linux = Ferrite.Mapping.Interop.Linux;
using MacOS = Ferrite.Mapping.Interop.MacOS;
using Tool = Ferrite.Cli.Interop.Linux;
using Unix = Ferrite.Mapping.Interop.Unix;
using Windows = Ferrite.Mapping.Interop.Windows;

namespace Ferrite.Abi.Tests;

/// <summary>What C calls our types and members. Constants have its names, unless they are listed here; structs and their fields all are.</summary>
internal static partial class CNames
{
    private static readonly Dictionary<Type, string> Structs = new()
    {
        [typeof(RegionHeader)] = "struct ferrite_region_header",
        [typeof(Unix.Libc.RLimit)] = "struct rlimit",
        [typeof(Linux.Libc.CacheStatRange)] = "struct cachestat_range",
        [typeof(Linux.Libc.CacheStatCounts)] = "struct cachestat",
        [typeof(Linux.Libc.TimeSpec)] = "struct timespec",
        [typeof(Linux.Libc.StatFsBuffer)] = "struct statfs",
        [typeof(HandlesLinux.Libc.StatxBuffer)] = "struct statx",
        [typeof(HandlesLinux.Libc.StatxTime)] = "struct statx_timestamp",
        [typeof(HandlesLinux.Libc.OpenHow)] = "struct open_how",
        [typeof(HandlesMacOS.Libc.StatBuffer)] = "struct stat",
        [typeof(HandlesMacOS.Libc.TimeSpec)] = "struct ferrite_timespec",
        [typeof(HandlesWindows.Kernel32.FILE_BASIC_INFO)] = "FILE_BASIC_INFO",
        [typeof(HandlesWindows.Kernel32.FILE_STANDARD_INFO)] = "FILE_STANDARD_INFO",
        [typeof(HandlesWindows.Kernel32.FILE_ATTRIBUTE_TAG_INFO)] = "FILE_ATTRIBUTE_TAG_INFO",
        [typeof(HandlesWindows.NtDll.UNICODE_STRING)] = "UNICODE_STRING",
        [typeof(HandlesWindows.NtDll.OBJECT_ATTRIBUTES)] = "OBJECT_ATTRIBUTES",
        [typeof(HandlesWindows.NtDll.IO_STATUS_BLOCK)] = "IO_STATUS_BLOCK",
        [typeof(HandlesWindows.NtDll.FILE_RENAME_INFORMATION)] = "FILE_RENAME_INFORMATION",
        [typeof(HandlesWindows.Kernel32.FILE_ID_INFO)] = "FILE_ID_INFO",
        [typeof(HandlesWindows.Kernel32.UInt128Halves)] = "ferrite_file_id_128",
        [typeof(HandlesWindows.Ws2_32.WSAPROTOCOL_INFOW)] = "WSAPROTOCOL_INFOW",
        [typeof(Tool.Libc.StatxBuffer)] = "struct statx",
        [typeof(Tool.Libc.PollDescriptor)] = "struct pollfd",
        [typeof(Tool.Libc.WindowSize)] = "struct winsize",
        [typeof(MacOS.Libc.FStore)] = "fstore_t",
        [typeof(MacOS.Libc.RAdvisory)] = "struct radvisory",
        [typeof(Windows.Kernel32.FILE_ALLOCATION_INFO)] = "FILE_ALLOCATION_INFO",
        [typeof(Windows.Kernel32.FILE_END_OF_FILE_INFO)] = "FILE_END_OF_FILE_INFO",
        [typeof(Windows.Kernel32.WIN32_MEMORY_RANGE_ENTRY)] = "WIN32_MEMORY_RANGE_ENTRY",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["RegionHeader.Distance"] = "FERRITE_HEADER_DISTANCE",
        ["RegionHeader.FaultValid"] = "FERRITE_FAULT_VALID",
        ["RegionHeader.CauseShift"] = "FERRITE_CAUSE_SHIFT",
        ["RegionHeader.OffsetMask"] = "(UINT64_C(1) << FERRITE_CAUSE_SHIFT) - 1",
        ["RegionHeader.State"] = "state",
        ["RegionHeader.Unused"] = "unused",
        ["RegionHeader.Fault"] = "fault",
        ["RegionHeader.TrustLimit"] = "trust_limit",
        ["RLimit.Current"] = "rlim_cur",
        ["RLimit.Maximum"] = "rlim_max",
        ["StatxBuffer.Mask"] = "stx_mask",
        ["StatxBuffer.BlockSize"] = "stx_blksize",
        ["StatxBuffer.Mode"] = "stx_mode",
        ["StatxBuffer.Size"] = "stx_size",
        ["StatxBuffer.Blocks"] = "stx_blocks",
        ["StatxBuffer.Inode"] = "stx_ino",
        ["StatxBuffer.DeviceMajor"] = "stx_dev_major",
        ["StatxBuffer.DeviceMinor"] = "stx_dev_minor",
        ["PollDescriptor.Descriptor"] = "fd",
        ["PollDescriptor.Events"] = "events",
        ["PollDescriptor.ReturnedEvents"] = "revents",
        ["WindowSize.Rows"] = "ws_row",
        ["WindowSize.Columns"] = "ws_col",
        ["WindowSize.WidthPixels"] = "ws_xpixel",
        ["WindowSize.HeightPixels"] = "ws_ypixel",
        ["Libc.DirectoryEntryLengthOffset"] = "offsetof(struct dirent64, d_reclen)",
        ["Libc.DirectoryEntryTypeOffset"] = "offsetof(struct dirent64, d_type)",
        ["Libc.DirectoryEntryNameOffset"] = "offsetof(struct dirent64, d_name)",
        ["CacheStatRange.Offset"] = "off",
        ["CacheStatRange.Length"] = "len",
        ["CacheStatCounts.Cached"] = "nr_cache",
        ["CacheStatCounts.Dirty"] = "nr_dirty",
        ["CacheStatCounts.WriteBack"] = "nr_writeback",
        ["CacheStatCounts.Evicted"] = "nr_evicted",
        ["CacheStatCounts.RecentlyEvicted"] = "nr_recently_evicted",
        ["StatxBuffer.User"] = "stx_uid",
        ["StatxBuffer.Group"] = "stx_gid",
        ["StatxBuffer.Born"] = "stx_btime",
        ["StatxBuffer.Changed"] = "stx_ctime",
        ["StatxBuffer.Modified"] = "stx_mtime",
        ["StatxBuffer.Links"] = "stx_nlink",
        ["StatxBuffer.Accessed"] = "stx_atime",
        ["OpenHow.Flags"] = "flags",
        ["OpenHow.Mode"] = "mode",
        ["OpenHow.Resolve"] = "resolve",
        ["StatBuffer.Device"] = "st_dev",
        ["StatBuffer.Mode"] = "st_mode",
        ["StatBuffer.Links"] = "st_nlink",
        ["StatBuffer.Inode"] = "st_ino",
        ["StatBuffer.Accessed"] = "st_atimespec",
        ["StatBuffer.Modified"] = "st_mtimespec",
        ["StatBuffer.Changed"] = "st_ctimespec",
        ["StatBuffer.Born"] = "st_birthtimespec",
        ["StatBuffer.Size"] = "st_size",
        ["Libc.ReadDirTypeOffset"] = "offsetof(struct dirent, d_type)",
        ["Libc.ReadDirNameOffset"] = "offsetof(struct dirent, d_name)",
        ["NtDll.FileNameOffset"] = "offsetof(FILE_RENAME_INFORMATION, FileName)",
        ["Kernel32.EntryNextOffset"] = "offsetof(FILE_ID_BOTH_DIR_INFO, NextEntryOffset)",
        ["Kernel32.EntryAttributesOffset"] = "offsetof(FILE_ID_BOTH_DIR_INFO, FileAttributes)",
        ["Kernel32.EntryNameLengthOffset"] = "offsetof(FILE_ID_BOTH_DIR_INFO, FileNameLength)",
        ["Kernel32.EntryTagOffset"] = "offsetof(FILE_ID_BOTH_DIR_INFO, EaSize)",
        ["Kernel32.EntryNameOffset"] = "offsetof(FILE_ID_BOTH_DIR_INFO, FileName)",
        ["Kernel32.ReparseNameStartOffset"] = "offsetof(ferrite_reparse_data, SubstituteNameOffset)",
        ["Kernel32.ReparseNameLengthOffset"] = "offsetof(ferrite_reparse_data, SubstituteNameLength)",
        ["Kernel32.ReparseFlagsOffset"] = "offsetof(ferrite_reparse_data, Flags)",
        ["Kernel32.ReparsePathOffset"] = "offsetof(ferrite_reparse_data, PathBuffer)",
        ["UInt128Halves.Low"] = "low",
        ["UInt128Halves.High"] = "high",
        ["WSAPROTOCOL_INFOW.ServiceFlags1"] = "dwServiceFlags1",
        ["StatxTime.Seconds"] = "tv_sec",
        ["StatxTime.Nanoseconds"] = "tv_nsec",
        ["TimeSpec.Seconds"] = "tv_sec",
        ["TimeSpec.Nanoseconds"] = "tv_nsec",
        ["StatFsBuffer.Type"] = "f_type",
        ["StatFsBuffer.BlockSize"] = "f_bsize",
        ["RAdvisory.Offset"] = "ra_offset",
        ["RAdvisory.Count"] = "ra_count",
        ["FStore.Flags"] = "fst_flags",
        ["FStore.PosMode"] = "fst_posmode",
        ["FStore.Offset"] = "fst_offset",
        ["FStore.Length"] = "fst_length",
        ["FStore.BytesAllocated"] = "fst_bytesalloc",
    };

    internal static string OfStruct(Type type) =>
        Structs.GetValueOrDefault(type) ?? throw new InvalidOperationException($"{nameof(CNames)} has no name for the struct {type.FullName}.");

    internal static string OfMember(Type type, string member) =>
        type == typeof(RegionState) ? $"FERRITE_STATE_{Snake(member)}"
        : type == typeof(FaultCause) ? $"FERRITE_CAUSE_{Snake(member)}"
        : Members.GetValueOrDefault($"{type.Name}.{member}", member);

    private static string Snake(string name) => WordStart().Replace(name, "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
