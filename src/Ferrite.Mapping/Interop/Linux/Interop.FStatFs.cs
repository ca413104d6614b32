using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const long HUGETLBFS_MAGIC = 0x958458f6;

    /// <summary>struct statfs as far as it is used, where long is of 64 bits.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 120)]
    internal struct StatFsBuffer
    {
        /// <summary>f_type.</summary>
        [FieldOffset(0)] internal long Type;

        /// <summary>f_bsize: on hugetlbfs, bytes of a page.</summary>
        [FieldOffset(8)] internal long BlockSize;
    }

    /// <summary>fstatfs(2).</summary>
    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    internal static partial int FStatFs(SafeFileHandle file, StatFsBuffer* result);
}
