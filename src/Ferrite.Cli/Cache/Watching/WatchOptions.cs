using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Watching;

/// <summary>What <c>watch</c> is asked for.</summary>
internal sealed record WatchOptions
{
    internal required TreeSelection Selection { get; init; }

    internal TimeSpan Interval { get; init; }

    /// <summary>Looks; null: until a signal.</summary>
    internal int? Count { get; init; }

    internal bool Json { get; init; }
}
