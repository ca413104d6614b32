using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Windows;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.Windows.NtDll;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class WindowsDirectories
{
    private const int MostNameChars = 255;

    /// <summary>The error of the call just made: to be read on the very next statement.</summary>
    internal static DirectoryError LastError(string call)
    {
        int code = Marshal.GetLastPInvokeError();
        return new DirectoryError(Meaning(code), call, code);
    }

    private static DirectoryError ErrorOf(int status, string call)
    {
        if (status >= 0)
        {
            return DirectoryError.None;
        }

        int code = (int)RtlNtStatusToDosError(status);
        return new DirectoryError(status == STATUS_FILE_IS_A_DIRECTORY ? FailureKind.IsADirectory : Meaning(code), call, code);
    }

    private static FailureKind Meaning(int code) => (Win32Error)code switch
    {
        Win32Error.ERROR_FILE_NOT_FOUND or Win32Error.ERROR_PATH_NOT_FOUND => FailureKind.NotFound,
        Win32Error.ERROR_ACCESS_DENIED or Win32Error.ERROR_WRITE_PROTECT => FailureKind.Denied,
        Win32Error.ERROR_SHARING_VIOLATION => FailureKind.IsShared,
        Win32Error.ERROR_FILE_EXISTS or Win32Error.ERROR_ALREADY_EXISTS => FailureKind.Exists,
        Win32Error.ERROR_INVALID_NAME or Win32Error.ERROR_BAD_PATHNAME => FailureKind.InvalidName,
        Win32Error.ERROR_FILENAME_EXCED_RANGE => FailureKind.NameTooLong,
        Win32Error.ERROR_DIRECTORY => FailureKind.NotADirectory,
        Win32Error.ERROR_NOT_A_REPARSE_POINT => FailureKind.IsNoLink,
        Win32Error.ERROR_NOT_SUPPORTED => FailureKind.Unsupported,
        _ => FailureKind.Other,
    };

    /// <summary>One component of an open directory, a link itself and not what it leads to; "." for another handle to the directory.</summary>
    private static unsafe DirectoryError Open(
        SafeFileHandle parent, string name, uint access, uint disposition, uint options, uint share, out SafeFileHandle handle)
    {
        handle = new SafeFileHandle();
        if (name.Length > MostNameChars)
        {
            return new DirectoryError(FailureKind.NameTooLong, "NtCreateFile", (int)Win32Error.ERROR_FILENAME_EXCED_RANGE);
        }

        string relative = name is RelativeName.Self ? "" : name;
        bool added = false;
        try
        {
            parent.DangerousAddRef(ref added);
            fixed (char* chars = relative)
            {
                ushort bytes = (ushort)(relative.Length * sizeof(char));
                var text = new UNICODE_STRING { Length = bytes, MaximumLength = bytes, Buffer = (nint)chars };
                var attributes = new OBJECT_ATTRIBUTES
                {
                    Length = (uint)sizeof(OBJECT_ATTRIBUTES),
                    RootDirectory = parent.DangerousGetHandle(),
                    ObjectName = (nint)(&text),
                    Attributes = OBJ_CASE_INSENSITIVE,
                };
                IO_STATUS_BLOCK block;
                nint opened;
                // SAFETY: NtCreateFile reads the attributes, whose name is pinned and whose directory is kept open by its reference, and writes a
                // handle and a status block, all on this stack frame.
                int status = NtCreateFile(
                    &opened, access, &attributes, &block, null, Kernel32.FILE_ATTRIBUTE_NORMAL, share, disposition, options | FILE_OPEN_REPARSE_POINT, null, 0);
                if (status >= 0)
                {
                    handle.Dispose();
                    handle = new SafeFileHandle(opened, ownsHandle: true);
                }

                return ErrorOf(status, "NtCreateFile");
            }
        }
        finally
        {
            if (added)
            {
                parent.DangerousRelease();
            }
        }
    }

    /// <summary>An open entry's kind: Other for a reparse point that is no link.</summary>
    private static unsafe DirectoryError LookAt(SafeFileHandle entry, out EntryKind kind, out uint attributes)
    {
        Kernel32.FILE_ATTRIBUTE_TAG_INFO info;
        // SAFETY: GetFileInformationByHandleEx writes one struct of the size given, on this stack frame.
        bool succeeded = Kernel32.GetFileInformationByHandleEx(entry, Kernel32.FileAttributeTagInfo, &info, (uint)sizeof(Kernel32.FILE_ATTRIBUTE_TAG_INFO));
        DirectoryError error = succeeded ? DirectoryError.None : LastError("GetFileInformationByHandleEx");
        attributes = error.IsNone ? info.FileAttributes : 0;
        kind = error.IsNone ? KindOf(info.FileAttributes, info.ReparseTag) : EntryKind.Other;
        return error;
    }

    internal static EntryKind KindOf(uint attributes, uint tag) =>
        (attributes & Kernel32.FILE_ATTRIBUTE_REPARSE_POINT) != 0
            ? tag is Kernel32.IO_REPARSE_TAG_SYMLINK or Kernel32.IO_REPARSE_TAG_MOUNT_POINT ? EntryKind.SymbolicLink : EntryKind.Other
        : (attributes & Kernel32.FILE_ATTRIBUTE_DIRECTORY) != 0 ? EntryKind.Directory
        : EntryKind.File;
}
