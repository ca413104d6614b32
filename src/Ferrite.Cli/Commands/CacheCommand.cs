using System.CommandLine;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache</c>.</summary>
internal static class CacheCommand
{
    internal static Command Create() => new("cache", "Files and the page cache.") { new CacheStatCommand() };
}
