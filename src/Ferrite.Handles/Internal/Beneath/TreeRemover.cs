using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>Deletes a directory with all that is in it, by names in open directories, never by a path, and follows no link.</summary>
internal static class TreeRemover
{
    internal static DirectoryError Remove(SafeFileHandle root, string name)
    {
        DirectoryError error = Directories.OS.Delete(root, name);
        if (error.IsNone || error.Kind is FailureKind.NotFound or FailureKind.Leaves)
        {
            return error;
        }

        DirectoryError opening = ParentDirectory.Open(Directories.OS, root, name, out ParentDirectory parent);
        using (parent)
        {
            return opening.IsNone ? RemoveTree(parent.Handle, parent.Last, error) : opening;
        }
    }

    /// <param name="parent">The directory it is in.</param>
    /// <param name="name">One component.</param>
    /// <param name="refusal">What came of deleting it as it is.</param>
    private static DirectoryError RemoveTree(SafeFileHandle parent, string name, DirectoryError refusal)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return refusal;
        }

        DirectoryError error = Directories.OS.OpenDirectory(parent, name, follow: false, out SafeFileHandle directory);
        using (directory)
        {
            if (!error.IsNone)
            {
                return refusal;
            }

            error = Directories.OS.OpenReader(directory, RelativeName.Self, out EntryReader? reader);
            using (reader)
            {
                return error.IsNone ? Empty(directory, reader!) is { IsNone: false } inside ? inside : Directories.OS.Delete(parent, name) : error;
            }
        }
    }

    private static DirectoryError Empty(SafeFileHandle directory, EntryReader reader)
    {
        // All names first: what a directory that is being changed tells is not defined.
        List<DirectoryEntry> entries = [];
        List<DirectoryEntry> some = [];
        do
        {
            some.Clear();
            DirectoryError error = reader.Read(some);
            if (!error.IsNone)
            {
                return error;
            }

            entries.AddRange(some);
        }
        while (some.Count != 0);

        foreach (DirectoryEntry entry in entries)
        {
            DirectoryError error = Directories.OS.Delete(directory, entry.Name);
            if (!error.IsNone && error.Kind != FailureKind.NotFound)
            {
                error = RemoveTree(directory, entry.Name, error);
            }

            if (!error.IsNone && error.Kind != FailureKind.NotFound)
            {
                return error;
            }
        }

        return DirectoryError.None;
    }
}
