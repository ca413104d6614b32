namespace Ferrite.Mapping.Internal.Watching;

/// <summary>What to listen for so as to hear of a path: its name in its directory, and if that is a link, the name it leads to.</summary>
internal sealed class WatchedNames : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly ISubscriber _subscriber;
    private DirectorySubscription? _name;
    private DirectorySubscription? _target;
    private bool _disposed;

    internal WatchedNames(string path, ISubscriber subscriber)
    {
        _path = path;
        _subscriber = subscriber;
    }

    /// <exception cref="IOException">The OS watches no more directories for this user.</exception>
    internal void Start()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _name = DirectoryWatcher.Subscribe(_path, _subscriber);
                FollowLink();
            }
        }
    }

    /// <summary>Catches up with links and directories that were replaced. False where one can't be watched.</summary>
    internal bool Update()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            try
            {
                FollowLink();
                return _name!.IsWatched() & _target?.IsWatched() is not false;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _name?.Dispose();
            _target?.Dispose();
        }
    }

    private void FollowLink()
    {
        string? target = TargetOf(_path);
        if (!string.Equals(target, _target?.Path, StringComparison.Ordinal))
        {
            _target?.Dispose();
            _target = null;
            _target = target is null ? null : DirectoryWatcher.Subscribe(target, _subscriber);
        }
    }

    /// <summary>Null where the path is no link, or leads nowhere.</summary>
    private static string? TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
