using Ferrite.Handles.Internal.Beneath;

namespace Ferrite.Handles;

public sealed partial class DirectoryHandle
{
    /// <summary>
    /// What is in a directory, in no order, without <c>.</c> and <c>..</c>: read from the open directory itself, some entries at a time, so that
    /// what is made or deleted meanwhile may be there or not. Each enumeration opens it anew.
    /// </summary>
    /// <param name="name">The directory, relative to this one; by default this one.</param>
    /// <returns>To be enumerated; that throws what <see cref="OpenDirectory"/> does. An enumerator is for one thread.</returns>
    /// <exception cref="PathEscapeException">The name leads outside by itself.</exception>
    public IEnumerable<DirectoryEntry> Enumerate(string name = RelativeName.Self) => EntryList.Of(_handle, RelativeName.Check(name));

    /// <summary>Deletes a file, a link itself and not what it leads to, or a directory.</summary>
    /// <param name="name">Which, relative to this directory.</param>
    /// <param name="recursive">
    /// Whether a directory goes with all that is in it; else it has to be empty. No link is followed, so nothing outside of it is deleted; what is
    /// added meanwhile may stop it half-way. One descriptor is open for each level.
    /// </param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside, or is this directory itself.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be deleted.</exception>
    /// <exception cref="IOException">The directory is not empty; the OS refused otherwise.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public void Delete(string name, bool recursive = false)
    {
        string clean = RelativeName.CheckEntry(name);
        (recursive ? TreeRemover.Remove(_handle, clean) : Directories.OS.Delete(_handle, clean)).ThrowIfFailed(name);
    }

    /// <summary>Renames a file, a link itself or a directory, in one step: at no time are both names missing.</summary>
    /// <param name="name">Which, relative to this directory.</param>
    /// <param name="newName">Its new name, relative to this directory as well.</param>
    /// <param name="overwrite">Whether a file, a link itself or an empty directory that has the new name goes.</param>
    /// <exception cref="PathEscapeException">A name, or a link on its way, leads outside, or is this directory itself.</exception>
    /// <exception cref="FileNotFoundException">It, or the directory that it is to come to, is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of a name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be moved.</exception>
    /// <exception cref="NotSupportedException">Not to overwrite is more than the file system can promise; or a directory would come into itself.</exception>
    /// <exception cref="IOException">The new name is taken; the file systems differ; the OS refused otherwise.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public void Move(string name, string newName, bool overwrite = false) => Move(name, this, newName, overwrite);

    /// <summary>The same, to another directory.</summary>
    /// <param name="name">Which, relative to this directory.</param>
    /// <param name="target">Where to.</param>
    /// <param name="newName">Its new name, relative to <paramref name="target"/>.</param>
    /// <param name="overwrite">Whether a file, a link itself or an empty directory that has the new name goes.</param>
    /// <exception cref="PathEscapeException">A name, or a link on its way, leads outside, or is its directory itself.</exception>
    /// <exception cref="FileNotFoundException">It, or the directory that it is to come to, is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of a name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be moved.</exception>
    /// <exception cref="NotSupportedException">Not to overwrite is more than the file system can promise; or a directory would come into itself.</exception>
    /// <exception cref="IOException">The new name is taken; the file systems differ; the OS refused otherwise.</exception>
    /// <exception cref="ObjectDisposedException">A directory is closed.</exception>
    public void Move(string name, DirectoryHandle target, string newName, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        string clean = RelativeName.CheckEntry(name);
        string newClean = RelativeName.CheckEntry(newName);
        Directories.OS.Move(_handle, clean, target._handle, newClean, overwrite).ThrowIfFailed(name);
    }

    /// <summary>What the file system knows of a file, directory or link.</summary>
    /// <param name="name">Which, relative to this directory; by default this directory itself.</param>
    /// <param name="followLink">Whether a link at the end is followed, which has to stay inside, or is what is asked about.</param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    /// <exception cref="PathTooLongException">The name, or a part of it, is longer than the OS allows.</exception>
    /// <exception cref="IOException">The OS refused otherwise.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public EntryMetadata GetMetadata(string name = RelativeName.Self, bool followLink = true)
    {
        string clean = RelativeName.Check(name);
        Directories.OS.GetMetadata(_handle, clean, followLink, out EntryMetadata? metadata).ThrowIfFailed(name);
        return metadata!;
    }
}
