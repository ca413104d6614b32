namespace Ferrite.Cli.Floor;

/// <summary>What <c>ferrite floor add</c> and <c>update</c> are asked.</summary>
internal sealed record SelectOptions
{
    internal required string Project { get; init; }

    internal string? Sdk { get; init; }

    internal IReadOnlyList<string> Sources { get; init; } = [];

    internal bool Prerelease { get; init; }

    internal bool DryRun { get; init; }

    internal bool Json { get; init; }
}
