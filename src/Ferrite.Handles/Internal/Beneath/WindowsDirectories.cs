using Ferrite.Handles.Interop.Windows;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.Windows.NtDll;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>
/// Windows: the walk, each component opened relative to its parent and as a reparse point. Symbolic links that are relative are followed by
/// us; absolute ones and junctions lead outside; other reparse points (files in the cloud, deduplicated ones) are refused.
/// </summary>
internal sealed partial class WindowsDirectories : IDirectories
{
    private const uint Passing = FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES | SYNCHRONIZE;

    private const uint ShareAll = Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_WRITE | Kernel32.FILE_SHARE_DELETE;

    private const uint DirectoryOptions = FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT;

    private const uint AnyOptions = FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT;

    public unsafe DirectoryError OpenRoot(string path, out SafeFileHandle directory)
    {
        // SAFETY: CreateFileW takes no security attributes where their address is null.
        directory = Kernel32.CreateFileW(path, Passing, ShareAll, null, Kernel32.OPEN_EXISTING, Kernel32.FILE_FLAG_BACKUP_SEMANTICS, 0);
        DirectoryError error = directory.IsInvalid ? LastError("CreateFile") : LookAt(directory, out _, out uint attributes) is { IsNone: false } failure ? failure
            : (attributes & Kernel32.FILE_ATTRIBUTE_DIRECTORY) == 0 ? new DirectoryError(FailureKind.NotADirectory, "CreateFile") : DirectoryError.None;
        if (!error.IsNone)
        {
            directory.Dispose();
        }

        return error;
    }

    public DirectoryError OpenDirectory(SafeFileHandle parent, string name, out SafeFileHandle directory)
    {
        DirectoryError error = Open(parent, name, Passing, FILE_OPEN, DirectoryOptions, ShareAll, out directory);
        return error.IsNone ? RefuseReparsePoint(directory, out _) : error;
    }

    public DirectoryError OpenDirectory(SafeFileHandle root, string name, bool follow, out SafeFileHandle directory)
    {
        if (!follow)
        {
            return OpenDirectory(root, name, out directory);
        }

        using var walk = new Walk(this, root, name);
        DirectoryError error = walk.ToEnd();
        directory = new SafeFileHandle();
        if (!error.IsNone)
        {
            return error;
        }

        if (walk.TakeDirectory() is not { } reached)
        {
            return OpenDirectory(root, RelativeName.Self, out directory);
        }

        directory.Dispose();
        directory = reached;
        return DirectoryError.None;
    }

    public DirectoryError OpenFile(SafeFileHandle root, string name, FileRequest request, out SafeFileHandle file)
    {
        using var walk = new Walk(this, root, name);
        while (true)
        {
            file = new SafeFileHandle();
            DirectoryError error = walk.ToLast();
            if (!error.IsNone)
            {
                return error;
            }

            file.Dispose();
            error = OpenLast(walk.Directory, walk.Last, request, out file);
            if (error.Kind != FailureKind.IsLink)
            {
                return error;
            }

            error = walk.FollowLast();
            if (!error.IsNone)
            {
                return error;
            }
        }
    }

    public DirectoryError CreateDirectory(SafeFileHandle root, string name, UnixFileMode permissions)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory parent);
        using (parent)
        {
            if (error.IsNone)
            {
                error = Open(parent.Handle, parent.Last, Passing, FILE_CREATE, DirectoryOptions, ShareAll, out SafeFileHandle directory);
                directory.Dispose();
            }

            return error;
        }
    }

    /// <summary>Takes a right that few have.</summary>
    public DirectoryError CreateSymbolicLink(SafeFileHandle root, string name, string target) => new(FailureKind.Unsupported, "CreateSymbolicLink");

    public DirectoryError GetKind(SafeFileHandle parent, string name, out EntryKind kind)
    {
        kind = EntryKind.Other;
        DirectoryError error = Open(parent, name, FILE_READ_ATTRIBUTES | SYNCHRONIZE, FILE_OPEN, AnyOptions, ShareAll, out SafeFileHandle entry);
        using (entry)
        {
            return error.IsNone ? LookAt(entry, out kind, out _) : error;
        }
    }

    private static DirectoryError OpenLast(SafeFileHandle parent, string name, FileRequest request, out SafeFileHandle file)
    {
        uint access = SYNCHRONIZE | FILE_READ_ATTRIBUTES
            | (request.Access.HasFlag(FileAccess.Read) ? GENERIC_READ : 0) | (request.Access.HasFlag(FileAccess.Write) ? GENERIC_WRITE : 0);
        uint options = FILE_NON_DIRECTORY_FILE
            | (request.Options.HasFlag(FileOptions.Asynchronous) ? 0 : FILE_SYNCHRONOUS_IO_NONALERT)
            | (request.Options.HasFlag(FileOptions.WriteThrough) ? FILE_WRITE_THROUGH : 0)
            | (request.Options.HasFlag(FileOptions.SequentialScan) ? FILE_SEQUENTIAL_ONLY : 0)
            | (request.Options.HasFlag(FileOptions.RandomAccess) ? FILE_RANDOM_ACCESS : 0);
        uint disposition = request.Mode switch
        {
            FileMode.Open => FILE_OPEN,
            FileMode.CreateNew => FILE_CREATE,
            _ => FILE_OPEN_IF,
        };
        DirectoryError error = Open(parent, name, access, disposition, options, (uint)request.Share, out file);
        if (!error.IsNone)
        {
            return error;
        }

        // Not before it is known to be no link.
        error = RefuseReparsePoint(file, out EntryKind kind);
        if (error.IsNone && kind == EntryKind.File && request.Empties && RandomAccess.GetLength(file) != 0)
        {
            RandomAccess.SetLength(file, 0);
        }

        return error;
    }

    private static DirectoryError RefuseReparsePoint(SafeFileHandle entry, out EntryKind kind)
    {
        DirectoryError error = LookAt(entry, out kind, out _);
        error = !error.IsNone ? error
            : kind == EntryKind.SymbolicLink ? new DirectoryError(FailureKind.IsLink, "NtCreateFile")
            : kind == EntryKind.Other ? new DirectoryError(FailureKind.IsSpecial, "NtCreateFile")
            : DirectoryError.None;
        if (!error.IsNone)
        {
            entry.Dispose();
        }

        return error;
    }
}
