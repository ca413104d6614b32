namespace Ferrite.Cli.Cache.Watching;

/// <summary>A file, and by how many pages it has more or less in the cache than at the last look.</summary>
internal readonly record struct WatchedFile(FileResidency File, long Change);
