using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class NtDll
{
    internal const uint OBJ_CASE_INSENSITIVE = 0x40;

    internal const uint FILE_OPEN = 1;
    internal const uint FILE_CREATE = 2;
    internal const uint FILE_OPEN_IF = 3;

    internal const uint FILE_DIRECTORY_FILE = 0x1;
    internal const uint FILE_WRITE_THROUGH = 0x2;
    internal const uint FILE_SEQUENTIAL_ONLY = 0x4;
    internal const uint FILE_SYNCHRONOUS_IO_NONALERT = 0x20;
    internal const uint FILE_NON_DIRECTORY_FILE = 0x40;
    internal const uint FILE_RANDOM_ACCESS = 0x800;
    internal const uint FILE_OPEN_FOR_BACKUP_INTENT = 0x4000;

    /// <summary>A link is opened itself.</summary>
    internal const uint FILE_OPEN_REPARSE_POINT = 0x200000;

    internal const uint FILE_LIST_DIRECTORY = 0x1;
    internal const uint FILE_TRAVERSE = 0x20;
    internal const uint FILE_READ_ATTRIBUTES = 0x80;
    internal const uint DELETE = 0x10000;
    internal const uint SYNCHRONIZE = 0x100000;
    internal const uint GENERIC_WRITE = 0x40000000;
    internal const uint GENERIC_READ = 0x80000000;

    internal const int STATUS_FILE_IS_A_DIRECTORY = unchecked((int)0xC00000BA);

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntcreatefile">NtCreateFile</see>: the one call that opens
    /// a name relative to an open directory. Returns an NTSTATUS, negative on failure.
    /// </summary>
    [LibraryImport("ntdll")]
    internal static partial int NtCreateFile(
        nint* file, uint access, OBJECT_ATTRIBUTES* attributes, IO_STATUS_BLOCK* status, long* allocation,
        uint fileAttributes, uint share, uint disposition, uint options, void* extended, uint extendedLength);
}
