using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>Makes directories with those above them.</summary>
internal static class DirectoryMaker
{
    internal static DirectoryError Create(SafeFileHandle root, string name, UnixFileMode permissions, out SafeFileHandle directory)
    {
        DirectoryError error = Directories.OS.OpenDirectory(root, name, follow: true, out directory);
        if (error.Kind != FailureKind.NotFound)
        {
            return error;
        }

        // Each by its whole name: a link in it may lead up again, as long as it stays beneath the root.
        for (int end = NextEnd(name, 0); ; end = NextEnd(name, end + 1))
        {
            directory.Dispose();
            error = CreateOne(root, name[..end], permissions, out directory);
            if (!error.IsNone || end == name.Length)
            {
                return error;
            }
        }
    }

    private static int NextEnd(string name, int start) => name.IndexOf(RelativeName.Separator, start) is var at and >= 0 ? at : name.Length;

    /// <summary>Opened first, for what may be there may be a link; and again, as what was just made may be somebody else's.</summary>
    private static DirectoryError CreateOne(SafeFileHandle root, string name, UnixFileMode permissions, out SafeFileHandle directory)
    {
        DirectoryError error = Directories.OS.OpenDirectory(root, name, follow: true, out directory);
        if (error.Kind != FailureKind.NotFound)
        {
            return error;
        }

        directory.Dispose();
        DirectoryError making = Directories.OS.CreateDirectory(root, name, permissions);
        if (!making.IsNone && making.Kind != FailureKind.Exists)
        {
            return making;
        }

        error = Directories.OS.OpenDirectory(root, name, follow: true, out directory);
        // A link to nothing.
        return error.Kind == FailureKind.NotFound && making.Kind == FailureKind.Exists ? making : error;
    }
}
