namespace Ferrite.Cli.Floor;

/// <summary>What <c>ferrite floor check</c> is asked.</summary>
internal sealed record CheckOptions
{
    internal required string Path { get; init; }

    internal string? Sdk { get; init; }

    internal string? Framework { get; init; }

    internal string? Runtime { get; init; }

    internal bool Offline { get; init; }

    internal IReadOnlyList<string> Sources { get; init; } = [];

    internal bool Json { get; init; }
}
