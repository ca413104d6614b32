using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>What <c>warm</c>, <c>evict</c> and <c>lock</c> are asked for.</summary>
internal sealed record ActionOptions
{
    internal required TreeSelection Selection { get; init; }

    internal bool Json { get; init; }

    internal bool SummaryOnly { get; init; }

    /// <summary>Of <c>lock</c>: to go on in the background.</summary>
    internal bool Daemon { get; init; }
}
