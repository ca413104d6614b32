using System.CommandLine;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache</c>.</summary>
internal static class CacheCommand
{
    internal static Command Create() => new("cache", "Files and the page cache.")
    {
        new CacheStatCommand(),
        new CacheTopCommand(),
        new CacheWatchCommand(),
        CacheActionCommand.Warm(),
        CacheActionCommand.Evict(),
        CacheActionCommand.Lock(),
        new CacheSaveCommand(),
        new CacheRestoreCommand(),
    };
}
