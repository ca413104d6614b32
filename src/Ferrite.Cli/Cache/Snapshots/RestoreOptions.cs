using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What <c>restore</c> is asked for.</summary>
internal sealed record RestoreOptions
{
    /// <summary>The snapshot; "-" is standard input.</summary>
    internal required string File { get; init; }

    /// <summary>Its globs and its range; it has no paths.</summary>
    internal required TreeSelection Selection { get; init; }

    internal bool Json { get; init; }

    internal bool SummaryOnly { get; init; }
}
