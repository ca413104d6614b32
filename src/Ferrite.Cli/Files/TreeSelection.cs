namespace Ferrite.Cli.Files;

/// <summary>Which files of which trees, and which part of each.</summary>
internal sealed record TreeSelection
{
    /// <summary>Where to begin; symbolic links among them are followed, and the globs don't apply to them.</summary>
    internal IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Where not empty: only files that one of them matches.</summary>
    internal IReadOnlyList<Glob> Include { get; init; } = [];

    /// <summary>Neither files nor directories that one of them matches.</summary>
    internal IReadOnlyList<Glob> Exclude { get; init; } = [];

    /// <summary>Follow symbolic links inside directories too; then each directory is walked once.</summary>
    internal bool Follow { get; init; }

    /// <summary>Leave out what lies on other file systems than the path that led to it.</summary>
    internal bool OneFileSystem { get; init; }

    internal ByteRange Range { get; init; } = ByteRange.Whole;

    /// <param name="path">Below what was asked for.</param>
    /// <param name="isDirectory">Those are left out by <see cref="Exclude"/> only.</param>
    internal bool Takes(ReadOnlySpan<byte> path, bool isDirectory) =>
        !MatchesAny(Exclude, path) && (isDirectory || Include.Count == 0 || MatchesAny(Include, path));

    private static bool MatchesAny(IReadOnlyList<Glob> globs, ReadOnlySpan<byte> path)
    {
        foreach (Glob glob in globs)
        {
            if (glob.Matches(path))
            {
                return true;
            }
        }

        return false;
    }
}
