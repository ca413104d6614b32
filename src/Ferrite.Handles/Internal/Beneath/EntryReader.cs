namespace Ferrite.Handles.Internal.Beneath;

/// <summary>Reads an open directory, some entries at a time. For one thread.</summary>
internal abstract class EntryReader : IDisposable
{
    /// <summary>Adds the next entries, none at the end; "." and ".." are left out.</summary>
    internal abstract DirectoryError Read(List<DirectoryEntry> entries);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
