using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const uint STATX_TYPE = 0x1;
    internal const uint STATX_SIZE = 0x200;
    internal const uint STATX_BLOCKS = 0x400;
    internal const uint STATX_BASIC_STATS = 0x7ff;
    internal const uint STATX_BTIME = 0x800;

    /// <summary>struct statx as far as it is used: the same on every architecture, unlike struct stat.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct StatxBuffer
    {
        [FieldOffset(0)] internal uint Mask;
        [FieldOffset(4)] internal uint BlockSize;
        [FieldOffset(16)] internal uint Links;
        [FieldOffset(20)] internal uint User;
        [FieldOffset(24)] internal uint Group;
        [FieldOffset(28)] internal ushort Mode;
        [FieldOffset(32)] internal ulong Inode;
        [FieldOffset(40)] internal ulong Size;
        [FieldOffset(48)] internal ulong Blocks;
        [FieldOffset(64)] internal StatxTime Accessed;
        [FieldOffset(80)] internal StatxTime Born;
        [FieldOffset(96)] internal StatxTime Changed;
        [FieldOffset(112)] internal StatxTime Modified;
        [FieldOffset(136)] internal uint DeviceMajor;
        [FieldOffset(140)] internal uint DeviceMinor;
    }

    /// <summary>struct statx_timestamp.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    internal struct StatxTime
    {
        [FieldOffset(0)] internal long Seconds;
        [FieldOffset(8)] internal uint Nanoseconds;
    }

    /// <summary>statx(2): of the open file itself where <paramref name="path"/> is empty, with AT_EMPTY_PATH.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int Statx(SafeFileHandle directory, string path, int flags, uint mask, StatxBuffer* result);

    /// <summary>statx(2) of a full path, for which <paramref name="directory"/> doesn't matter.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int Statx(int directory, string path, int flags, uint mask, StatxBuffer* result);
}
