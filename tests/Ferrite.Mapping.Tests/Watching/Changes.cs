using System.Collections.Concurrent;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>What a watch reported, in order, to be waited for.</summary>
internal sealed class Changes : IDisposable
{
    /// <summary>For what comes in milliseconds, on a machine that is busy with other things.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<FileChange> _reported = [];

    internal void Add(FileChange change) => _reported.Add(change);

    internal FileChange Next() =>
        _reported.TryTake(out FileChange change, Patience) ? change : throw new TimeoutException("The watch reported nothing.");

    /// <summary>Skips what comes before the kind.</summary>
    internal FileChange Next(FileChangeKind kind)
    {
        FileChange change;
        do
        {
            change = Next();
        }
        while (change.Kind != kind);
        return change;
    }

    /// <summary>What was reported and not asked for yet, up to a change that is made now and known by its length.</summary>
    internal List<FileChange> UpToResize(string path, long length)
    {
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.SetLength(length);
        }

        List<FileChange> changes = [];
        var last = new FileChange(FileChangeKind.Resized, length);
        do
        {
            changes.Add(Next());
        }
        while (changes[^1] != last);
        changes.RemoveAt(changes.Count - 1);
        return changes;
    }

    public void Dispose() => _reported.Dispose();
}
