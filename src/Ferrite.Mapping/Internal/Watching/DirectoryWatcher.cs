namespace Ferrite.Mapping.Internal.Watching;

/// <summary>
/// Listens to one directory for all watches of files in it: the OS has few listeners to give (Linux 128 a user by default), and each
/// costs a thread.
/// </summary>
internal sealed class DirectoryWatcher
{
    private const NotifyFilters Filters =
        NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes | NotifyFilters.CreationTime | NotifyFilters.Security;

    /// <summary>The most that Windows takes over a network. Without effect elsewhere.</summary>
    private const int BufferSize = 64 << 10;

    /// <summary>Held while listeners are made and ended; never taken by their events.</summary>
    private static readonly Lock Gate = new();

    private static readonly Dictionary<string, DirectoryWatcher> All = new(StringComparer.Ordinal);

    private readonly string _path;

    /// <summary>Replaced under the gate, read without.</summary>
    private DirectorySubscription[] _subscriptions = [];

    private FileSystemWatcher? _listener;
    private FileIdentity _identity;

    private DirectoryWatcher(string path) => _path = path;

    /// <summary>For tests: how many directories are listened to.</summary>
    internal static int Count
    {
        get
        {
            lock (Gate)
            {
                return All.Count;
            }
        }
    }

    /// <summary>A directory that is not there is listened to when it is: see <see cref="TryWatch"/>.</summary>
    /// <exception cref="IOException">The OS refused.</exception>
    internal static DirectorySubscription Subscribe(string path, ISubscriber subscriber)
    {
        string directory = Path.GetDirectoryName(path)!;
        lock (Gate)
        {
            DirectoryWatcher watcher = All.TryGetValue(directory, out DirectoryWatcher? known) ? known : new DirectoryWatcher(directory);
            watcher.Listen();
            All[directory] = watcher;
            var subscription = new DirectorySubscription(watcher, path, subscriber);
            Volatile.Write(ref watcher._subscriptions, [.. watcher._subscriptions, subscription]);
            return subscription;
        }
    }

    internal void Remove(DirectorySubscription subscription)
    {
        lock (Gate)
        {
            Volatile.Write(ref _subscriptions, [.. _subscriptions.Where(other => other != subscription)]);
            if (_subscriptions.Length == 0 && All.Remove(_path))
            {
                StopListening();
            }
        }
    }

    /// <summary>Listens to the directory that has the path now. False where there is none, or the OS refuses.</summary>
    internal bool TryWatch()
    {
        bool isAnother;
        lock (Gate)
        {
            if (_subscriptions.Length == 0)
            {
                return false;
            }

            try
            {
                isAnother = Listen();
            }
            catch (IOException)
            {
                return false;
            }
        }

        if (isAnother)
        {
            TellAll(WatchSigns.None);
        }

        return Volatile.Read(ref _listener) is not null;
    }

    /// <summary>Whether the directory is another than the one listened to before.</summary>
    private bool Listen()
    {
        bool isThere = Backend.Observe(_path, out FileObservation directory).IsNone && directory.Exists;
        if (isThere && _listener is not null && directory.Identity == _identity)
        {
            return false;
        }

        StopListening();
        if (isThere)
        {
            _identity = directory.Identity;
            Volatile.Write(ref _listener, StartListening());
        }

        return isThere;
    }

    private FileSystemWatcher? StartListening()
    {
        FileSystemWatcher? listener = null;
        try
        {
            listener = new FileSystemWatcher(_path) { NotifyFilter = Filters, InternalBufferSize = BufferSize };
            listener.Changed += (_, e) => Tell(e.Name, WatchSigns.Changed);
            listener.Created += (_, e) => Tell(e.Name, WatchSigns.None);
            listener.Deleted += (_, e) => Tell(e.Name, WatchSigns.Deleted);
            listener.Renamed += (_, e) =>
            {
                Tell(e.OldName, WatchSigns.Renamed);
                Tell(e.Name, WatchSigns.Renamed);
            };
            listener.Error += OnError;
            listener.EnableRaisingEvents = true;
            return listener;
        }
        catch (ArgumentException)
        {
            // The directory has just gone.
            listener?.Dispose();
            return null;
        }
        catch
        {
            listener?.Dispose();
            throw;
        }
    }

    private void StopListening()
    {
        _listener?.Dispose();
        Volatile.Write(ref _listener, null);
    }

    /// <summary>
    /// Events were lost, or none will come any more: on Linux the listener is deaf also after too many at once. Everybody looks, which
    /// listens anew first. Not on the listener's own thread, which may be in the middle of being started.
    /// </summary>
    private void OnError(object sender, ErrorEventArgs e) => ThreadPool.UnsafeQueueUserWorkItem(
        static broken => broken.Watcher.Restart(broken.Listener), (Watcher: this, Listener: (FileSystemWatcher)sender), preferLocal: false);

    private void Restart(FileSystemWatcher broken)
    {
        lock (Gate)
        {
            if (_listener == broken)
            {
                StopListening();
            }
        }

        TellAll(WatchSigns.Lost);
    }

    private void Tell(string? name, WatchSigns signs)
    {
        foreach (DirectorySubscription subscription in Volatile.Read(ref _subscriptions))
        {
            subscription.Hear(name, signs);
        }
    }

    private void TellAll(WatchSigns signs)
    {
        foreach (DirectorySubscription subscription in Volatile.Read(ref _subscriptions))
        {
            subscription.Notify(signs);
        }
    }
}
