namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// Calls back when the file, or whatever file its path leads to, changes, whoever changed it: this process too. Changes that come
    /// within some hundredths of a second are one; what is reported is where they led. What happened to the length or the path between the
    /// mapping and this call is reported at once.
    /// </summary>
    /// <remarks>
    /// The OS tells of system calls (inotify(7), through <see cref="FileSystemWatcher"/>), not of stores into a mapping: for those give a
    /// poll interval. The mapping itself follows nothing: <see cref="Refresh"/> shows another length of the same file; a file that took the
    /// path has to be opened anew. While the path has no file it is looked for once a second, in case its directory was removed and made
    /// again; a directory renamed away is noticed by a poll only, or with the next change in it.
    /// <para>
    /// The callback runs on a thread of the pool; those of one file one at a time. An exception it throws is unhandled. Once the watch's
    /// or the file's <c>Dispose</c> has returned it runs no more: Dispose waits for one that is running, so don't hold a lock meanwhile
    /// that the callback takes. Within a callback Dispose doesn't wait for itself, nor for other files' callbacks.
    /// </para>
    /// <para>
    /// A watch goes on until it or the file is disposed. It does not keep the file from being collected, which ends it too; but what the
    /// callback refers to lives as long as the watch, the file included if it is among that.
    /// </para>
    /// </remarks>
    /// <param name="onChange">Called with each change.</param>
    /// <returns>Dispose it to end the watch.</returns>
    /// <exception cref="NotSupportedException">The file was opened by handle, or has no name: there is no path to watch.</exception>
    /// <exception cref="IOException">The OS refused: the user's limit of inotify instances or watches is reached.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IDisposable Watch(Action<FileChange> onChange)
    {
        ArgumentNullException.ThrowIfNull(onChange);
        return _mapping.Watch(Live().Length, onChange, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// <see cref="Watch(Action{FileChange})"/>, which also looks at length and modification time itself, again and again: finds stores into
    /// mappings by others as far as the file system notes them (most do at a page's first store after it was last written back; tmpfs
    /// only at its first), and changes on other machines of a network file system.
    /// </summary>
    /// <param name="onChange">Called with each change.</param>
    /// <param name="pollInterval">At least a millisecond, at most 49 days. A look is one or two system calls.</param>
    /// <returns>Dispose it to end the watch.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is out of that range.</exception>
    /// <exception cref="NotSupportedException">The file was opened by handle, or has no name: there is no path to watch.</exception>
    /// <exception cref="IOException">The OS refused: the user's limit of inotify instances or watches is reached.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IDisposable Watch(Action<FileChange> onChange, TimeSpan pollInterval)
    {
        ArgumentNullException.ThrowIfNull(onChange);
        CheckPollInterval(pollInterval);
        return _mapping.Watch(Live().Length, onChange, pollInterval);
    }

    /// <summary>
    /// The same changes as <see cref="Watch(Action{FileChange})"/> tells of, for <c>await foreach</c>. Each enumeration is a watch of its
    /// own, from GetAsyncEnumerator to DisposeAsync. The file is looked at when the next change is asked for: a slow reader gets the sum
    /// of what happened meanwhile. Ends when the file is disposed.
    /// </summary>
    /// <param name="cancellationToken">Ends the enumeration by an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="NotSupportedException">The file was opened by handle, or has no name: there is no path to watch.</exception>
    /// <exception cref="IOException">When the enumeration begins: the user's limit of inotify instances or watches is reached.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IAsyncEnumerable<FileChange> WatchAsync(CancellationToken cancellationToken = default)
    {
        Live();
        return _mapping.WatchAsync(() => Live().Length, Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <summary>The same changes as <see cref="Watch(Action{FileChange}, TimeSpan)"/> tells of, for <c>await foreach</c>.</summary>
    /// <param name="pollInterval">At least a millisecond, at most 49 days. A look is one or two system calls.</param>
    /// <param name="cancellationToken">Ends the enumeration by an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is out of that range.</exception>
    /// <exception cref="NotSupportedException">The file was opened by handle, or has no name: there is no path to watch.</exception>
    /// <exception cref="IOException">When the enumeration begins: the user's limit of inotify instances or watches is reached.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IAsyncEnumerable<FileChange> WatchAsync(TimeSpan pollInterval, CancellationToken cancellationToken = default)
    {
        CheckPollInterval(pollInterval);
        Live();
        return _mapping.WatchAsync(() => Live().Length, pollInterval, cancellationToken);
    }

    private static void CheckPollInterval(TimeSpan pollInterval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pollInterval, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pollInterval, TimeSpan.FromDays(49));
    }
}
