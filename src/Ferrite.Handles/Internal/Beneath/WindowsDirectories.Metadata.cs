using Ferrite.Handles.Interop.Windows;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.Windows.NtDll;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class WindowsDirectories
{
    public DirectoryError GetMetadata(SafeFileHandle root, string name, bool follow, out EntryMetadata? metadata)
    {
        metadata = null;
        using var walk = new Walk(this, root, name);
        while (true)
        {
            DirectoryError error = walk.ToLast();
            if (!error.IsNone)
            {
                return error;
            }

            error = Open(walk.Directory, walk.Last, FILE_READ_ATTRIBUTES | SYNCHRONIZE, FILE_OPEN, AnyOptions, ShareAll, out SafeFileHandle entry);
            using (entry)
            {
                error = error.IsNone ? LookAt(entry, out EntryKind kind, out _) is { IsNone: false } failure ? failure : Describe(entry, kind, out metadata) : error;
            }

            if (!error.IsNone || !follow || metadata!.Kind != EntryKind.SymbolicLink)
            {
                return error;
            }

            error = walk.FollowLast();
            if (!error.IsNone)
            {
                metadata = null;
                return error;
            }
        }
    }

    public DirectoryError OpenReader(SafeFileHandle root, string name, out EntryReader? reader)
    {
        // A handle of its own, and with it a position of its own.
        reader = null;
        DirectoryError error = OpenDirectory(root, name, follow: true, out SafeFileHandle directory);
        if (error.IsNone)
        {
            reader = new WindowsEntryReader(directory);
        }

        return error;
    }

    private static unsafe DirectoryError Describe(SafeFileHandle entry, EntryKind kind, out EntryMetadata? metadata)
    {
        metadata = null;
        Kernel32.FILE_BASIC_INFO basic;
        Kernel32.FILE_STANDARD_INFO standard = default;
        Kernel32.FILE_ID_INFO id = default;
        // SAFETY: GetFileInformationByHandleEx writes one struct of the size given, each on this stack frame.
        bool succeeded = Kernel32.GetFileInformationByHandleEx(entry, Kernel32.FileBasicInfo, &basic, (uint)sizeof(Kernel32.FILE_BASIC_INFO))
            && Kernel32.GetFileInformationByHandleEx(entry, Kernel32.FileStandardInfo, &standard, (uint)sizeof(Kernel32.FILE_STANDARD_INFO))
            && Kernel32.GetFileInformationByHandleEx(entry, Kernel32.FileIdInfo, &id, (uint)sizeof(Kernel32.FILE_ID_INFO));
        if (!succeeded)
        {
            return LastError("GetFileInformationByHandleEx");
        }

        metadata = new EntryMetadata
        {
            Kind = kind,
            Length = standard.EndOfFile,
            CreationTime = ToTime(basic.CreationTime),
            LastAccessTime = ToTime(basic.LastAccessTime),
            LastWriteTime = ToTime(basic.LastWriteTime),
            ChangeTime = ToTime(basic.ChangeTime),
            Links = standard.NumberOfLinks,
            Device = id.VolumeSerialNumber,
            Inode = new UInt128(id.FileId.High, id.FileId.Low),
        };
        return DirectoryError.None;
    }

    private static DateTimeOffset ToTime(long time) => DateTimeOffset.FromFileTime(Math.Max(time, 0)).ToUniversalTime();
}
