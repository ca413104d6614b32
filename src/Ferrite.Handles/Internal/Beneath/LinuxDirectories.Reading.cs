using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class LinuxDirectories
{
    public override DirectoryError OpenReader(SafeFileHandle root, string name, out EntryReader? reader)
    {
        DirectoryError error = OpenBeneath(root, name, ReadingFlags, 0, out SafeFileHandle directory);
        reader = error.IsNone ? new LinuxEntryReader(this, directory) : null;
        return error;
    }

    /// <summary>The error of getdents64 just called.</summary>
    internal DirectoryError ReadingError() => LastError("getdents64");
}
