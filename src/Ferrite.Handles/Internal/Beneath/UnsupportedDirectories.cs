using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>An OS, or a processor, that none of the others is for: opening a directory says so.</summary>
internal sealed class UnsupportedDirectories : IDirectories
{
    private static PlatformNotSupportedException NotHere => new("DirectoryHandle runs on 64-bit Linux, macOS and Windows.");

    public DirectoryError OpenRoot(string path, out SafeFileHandle directory) => throw NotHere;

    public DirectoryError OpenFile(SafeFileHandle root, string name, FileRequest request, out SafeFileHandle file) => throw NotHere;

    public DirectoryError OpenDirectory(SafeFileHandle root, string name, bool follow, out SafeFileHandle directory) => throw NotHere;

    public DirectoryError OpenDirectory(SafeFileHandle parent, string name, out SafeFileHandle directory) => throw NotHere;

    public DirectoryError OpenReader(SafeFileHandle root, string name, out EntryReader? reader) => throw NotHere;

    public DirectoryError CreateDirectory(SafeFileHandle root, string name, UnixFileMode permissions) => throw NotHere;

    public DirectoryError CreateSymbolicLink(SafeFileHandle root, string name, string target) => throw NotHere;

    public DirectoryError CreateHardLink(SafeFileHandle root, string existing, string name) => throw NotHere;

    public DirectoryError Delete(SafeFileHandle root, string name) => throw NotHere;

    public DirectoryError Move(SafeFileHandle root, string name, SafeFileHandle newRoot, string newName, bool overwrite) => throw NotHere;

    public DirectoryError GetMetadata(SafeFileHandle root, string name, bool follow, out EntryMetadata? metadata) => throw NotHere;

    public DirectoryError ReadLink(SafeFileHandle parent, string name, out string target) => throw NotHere;

    public DirectoryError GetKind(SafeFileHandle parent, string name, out EntryKind kind) => throw NotHere;
}
