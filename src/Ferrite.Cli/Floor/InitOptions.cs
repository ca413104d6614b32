namespace Ferrite.Cli.Floor;

/// <summary>What <c>ferrite floor init</c> is asked.</summary>
internal sealed record InitOptions
{
    internal required string Path { get; init; }

    /// <summary>As <c>MinimumSdkVersion</c> takes it; null for the running SDK.</summary>
    internal string? Floor { get; init; }

    internal bool Force { get; init; }

    internal bool DryRun { get; init; }

    internal bool Json { get; init; }
}
