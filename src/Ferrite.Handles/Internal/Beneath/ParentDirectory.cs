using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>The directory that a name's last component is in: opened for it, or the root itself.</summary>
internal readonly ref struct ParentDirectory
{
    private readonly SafeFileHandle? _opened;

    private ParentDirectory(SafeFileHandle? opened, SafeFileHandle handle, string last)
    {
        _opened = opened;
        Handle = handle;
        Last = last;
    }

    internal SafeFileHandle Handle { get; }

    internal string Last { get; }

    public void Dispose() => _opened?.Dispose();

    internal static DirectoryError Open(IDirectories directories, SafeFileHandle root, string name, out ParentDirectory parent)
    {
        string directory = RelativeName.Parent(name);
        if (directory is RelativeName.Self)
        {
            parent = new ParentDirectory(opened: null, root, name);
            return DirectoryError.None;
        }

        DirectoryError error = directories.OpenDirectory(root, directory, follow: true, out SafeFileHandle handle);
        parent = new ParentDirectory(handle, handle, RelativeName.Last(name));
        return error;
    }
}
