namespace Ferrite.Mapping.Internal.Watching;

/// <summary>Interest in one name of a directory.</summary>
internal sealed class DirectorySubscription : IDisposable
{
    private static readonly StringComparison NameComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly DirectoryWatcher _directory;
    private readonly ISubscriber _subscriber;
    private readonly string _name;

    internal DirectorySubscription(DirectoryWatcher directory, string path, ISubscriber subscriber)
    {
        _directory = directory;
        _subscriber = subscriber;
        Path = path;
        _name = System.IO.Path.GetFileName(path);
    }

    /// <summary>The name with its directory's.</summary>
    internal string Path { get; }

    /// <summary>Makes sure that the directory is watched that has the path now. False where there is none, or the OS refuses.</summary>
    internal bool IsWatched() => _directory.TryWatch();

    internal void Notify(WatchSigns signs) => _subscriber.Notify(signs);

    /// <param name="name">Of which something was heard.</param>
    /// <param name="signs">What.</param>
    internal void Hear(string? name, WatchSigns signs)
    {
        if (string.Equals(name, _name, NameComparison))
        {
            _subscriber.Notify(signs);
        }
    }

    public void Dispose() => _directory.Remove(this);
}
