using Ferrite.Mapping.Internal.Watching;

namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>A <see cref="FileWatches"/>, once there was a watch. As an interface, so that programs that never watch are trimmed of it.</summary>
    private IDisposable? _watches;

    /// <summary>Under the gate.</summary>
    private bool _watchesEnded;

    /// <param name="mappedLength">Bytes mapped: what the first look compares with.</param>
    /// <param name="onChange">Called with each change.</param>
    /// <param name="poll">How often to look unasked; <see cref="Timeout.InfiniteTimeSpan"/> for never.</param>
    internal IDisposable Watch(long mappedLength, Action<FileChange> onChange, TimeSpan poll)
    {
        var watch = new CallbackWatch(Watches(), new ChangeDetector(WatchablePath(), Observe(mappedLength)), poll, onChange);
        watch.Start();
        return watch;
    }

    /// <param name="mappedLength">Asked when an enumeration begins.</param>
    /// <param name="poll">How often to look unasked; <see cref="Timeout.InfiniteTimeSpan"/> for never.</param>
    /// <param name="cancellationToken">Of all enumerations.</param>
    internal IAsyncEnumerable<FileChange> WatchAsync(Func<long> mappedLength, TimeSpan poll, CancellationToken cancellationToken)
    {
        string path = WatchablePath();
        return new WatchedChanges(
            () => new AsyncWatch(Watches(), new ChangeDetector(path, Observe(mappedLength())), poll), cancellationToken);
    }

    private string WatchablePath() => Path ?? throw new NotSupportedException("The file was opened by handle: there is no path to watch.");

    /// <summary>The file that is mapped, whatever its path leads to by now.</summary>
    private FileObservation Observe(long mappedLength)
    {
        Backend.Observe(_file, out FileObservation file).ThrowIfFailed(Path);
        return file with { Length = mappedLength };
    }

    private WatchGroup Watches()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed || _watchesEnded, typeof(MappedFile));
            return ((FileWatches)(_watches ??= new FileWatches())).Group;
        }
    }

    /// <summary>Before the mapping ends, so that no callback meets the end. Waits for one that runs, so outside every lock.</summary>
    private void EndWatches()
    {
        IDisposable? watches;
        lock (_gate)
        {
            _watchesEnded = true;
            watches = _watches;
        }

        watches?.Dispose();
    }
}
