using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>A directory's entries, read as they are asked for.</summary>
internal static class EntryList
{
    internal static IEnumerable<DirectoryEntry> Of(SafeFileHandle root, string name)
    {
        Directories.OS.OpenReader(root, name, out EntryReader? reader).ThrowIfFailed(name, ofDirectory: true);
        using (reader)
        {
            List<DirectoryEntry> entries = [];
            while (true)
            {
                reader!.Read(entries).ThrowIfFailed(name, ofDirectory: true);
                if (entries.Count == 0)
                {
                    yield break;
                }

                foreach (DirectoryEntry entry in entries)
                {
                    yield return entry;
                }

                entries.Clear();
            }
        }
    }
}
