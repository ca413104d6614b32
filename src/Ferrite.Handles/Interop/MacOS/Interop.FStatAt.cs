using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.MacOS;

internal static unsafe partial class Libc
{
    /// <summary>struct stat with 64-bit inodes, as far as it is used.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    internal struct StatBuffer
    {
        [FieldOffset(0)] internal int Device;
        [FieldOffset(4)] internal ushort Mode;
        [FieldOffset(6)] internal ushort Links;
        [FieldOffset(8)] internal ulong Inode;
        [FieldOffset(32)] internal TimeSpec Accessed;
        [FieldOffset(48)] internal TimeSpec Modified;
        [FieldOffset(64)] internal TimeSpec Changed;
        [FieldOffset(80)] internal TimeSpec Born;
        [FieldOffset(96)] internal long Size;
    }

    /// <summary>struct timespec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct TimeSpec
    {
        internal long Seconds;
        internal long Nanoseconds;
    }

    /// <summary>fstatat(2), on x64 the one with 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fstatat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int FStatAtX64(SafeFileHandle directory, string path, StatBuffer* result, int flags);

    /// <summary>fstatat(2), where there are no others than 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fstatat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int FStatAtArm64(SafeFileHandle directory, string path, StatBuffer* result, int flags);

    /// <summary>fstat(2), on x64 the one with 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    internal static partial int FStatX64(SafeFileHandle file, StatBuffer* result);

    /// <summary>fstat(2), where there are no others than 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    internal static partial int FStatArm64(SafeFileHandle file, StatBuffer* result);
}
