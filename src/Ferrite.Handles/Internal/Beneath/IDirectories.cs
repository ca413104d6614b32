using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>
/// What an OS does beneath an open directory. Names are those of <see cref="RelativeName"/>; links inside are followed up to the last
/// component, and there as each member says. Nothing outside is touched, whatever others swap meanwhile.
/// </summary>
internal interface IDirectories : IWalkCalls
{
    /// <summary>By an ordinary path, with all that the process may reach.</summary>
    DirectoryError OpenRoot(string path, out SafeFileHandle directory);

    /// <summary>Follows a link at the end, unless the file has to be new. Only regular files.</summary>
    DirectoryError OpenFile(SafeFileHandle root, string name, FileRequest request, out SafeFileHandle file);

    /// <summary>Follows a link at the end.</summary>
    DirectoryError OpenDirectory(SafeFileHandle root, string name, bool follow, out SafeFileHandle directory);

    /// <summary>Follows a link at the end.</summary>
    DirectoryError OpenReader(SafeFileHandle root, string name, out EntryReader? reader);

    /// <summary>One directory, whose parent is there.</summary>
    DirectoryError CreateDirectory(SafeFileHandle root, string name, UnixFileMode permissions);

    /// <summary>The target is stored as it is.</summary>
    DirectoryError CreateSymbolicLink(SafeFileHandle root, string name, string target);

    /// <summary>Another name for what has the existing one; of a link at the end for the link.</summary>
    DirectoryError CreateHardLink(SafeFileHandle root, string existing, string name);

    /// <summary>A file, a link itself, an empty directory.</summary>
    DirectoryError Delete(SafeFileHandle root, string name);

    /// <summary>A link at either end is not followed.</summary>
    DirectoryError Move(SafeFileHandle root, string name, SafeFileHandle newRoot, string newName, bool overwrite);

    DirectoryError GetMetadata(SafeFileHandle root, string name, bool follow, out EntryMetadata? metadata);
}
