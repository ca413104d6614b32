namespace Ferrite.Cli.Cache;

/// <summary>What to show of <c>ferrite cache stat</c>.</summary>
internal sealed record CacheStatOptions
{
    internal bool Json { get; init; }

    internal bool SummaryOnly { get; init; }

    internal bool OneFileSystem { get; init; }
}
