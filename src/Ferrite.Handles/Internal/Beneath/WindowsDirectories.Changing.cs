using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.Windows.NtDll;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class WindowsDirectories
{
    public DirectoryError Delete(SafeFileHandle root, string name)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory parent);
        using (parent)
        {
            if (!error.IsNone)
            {
                return error;
            }

            error = Open(parent.Handle, parent.Last, DELETE | SYNCHRONIZE, FILE_OPEN, AnyOptions, ShareAll, out SafeFileHandle entry);
            using (entry)
            {
                return error.IsNone ? Set(entry, FileDispositionInformation, [1]) : error;
            }
        }
    }

    public DirectoryError Move(SafeFileHandle root, string name, SafeFileHandle newRoot, string newName, bool overwrite) =>
        Name(root, name, newRoot, newName, overwrite, FileRenameInformation);

    public DirectoryError CreateHardLink(SafeFileHandle root, string existing, string name) =>
        Name(root, existing, root, name, overwrite: false, FileLinkInformation);

    private DirectoryError Name(SafeFileHandle root, string name, SafeFileHandle newRoot, string newName, bool overwrite, int infoClass)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory from);
        using (from)
        {
            if (!error.IsNone)
            {
                return error;
            }

            error = ParentDirectory.Open(this, newRoot, newName, out ParentDirectory to);
            using (to)
            {
                return error.IsNone ? NameEntry(from.Handle, from.Last, to.Handle, to.Last, overwrite, infoClass) : error;
            }
        }
    }

    private static DirectoryError NameEntry(SafeFileHandle parent, string name, SafeFileHandle newParent, string newName, bool overwrite, int infoClass)
    {
        DirectoryError error = Open(parent, name, DELETE | SYNCHRONIZE, FILE_OPEN, AnyOptions, ShareAll, out SafeFileHandle entry);
        using (entry)
        {
            if (!error.IsNone)
            {
                return error;
            }

            bool added = false;
            try
            {
                newParent.DangerousAddRef(ref added);
                var head = new FILE_RENAME_INFORMATION
                {
                    ReplaceIfExists = overwrite ? (byte)1 : (byte)0,
                    // Kept open by its reference until the call has returned.
                    RootDirectory = newParent.DangerousGetHandle(),
                    FileNameLength = (uint)(newName.Length * sizeof(char)),
                };
                byte[] information = new byte[Math.Max(Marshal.SizeOf<FILE_RENAME_INFORMATION>(), FileNameOffset + (newName.Length * sizeof(char)))];
                MemoryMarshal.Write(information, in head);
                MemoryMarshal.AsBytes(newName.AsSpan()).CopyTo(information.AsSpan(FileNameOffset));
                return Set(entry, infoClass, information);
            }
            finally
            {
                if (added)
                {
                    newParent.DangerousRelease();
                }
            }
        }
    }

    private static unsafe DirectoryError Set(SafeFileHandle entry, int infoClass, ReadOnlySpan<byte> information)
    {
        IO_STATUS_BLOCK block;
        fixed (byte* address = information)
        {
            // SAFETY: NtSetInformationFile reads the length given from the pinned buffer, and writes a status block on this stack frame.
            return ErrorOf(NtSetInformationFile(entry, &block, address, (uint)information.Length, infoClass), "NtSetInformationFile");
        }
    }
}
