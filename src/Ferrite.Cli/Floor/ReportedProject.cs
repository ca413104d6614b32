namespace Ferrite.Cli.Floor;

/// <summary>What the check found in one project.</summary>
internal sealed record ReportedProject
{
    /// <summary>Full path.</summary>
    internal required string Path { get; init; }

    /// <summary>As it is declared; null where it is not.</summary>
    internal string? Floor { get; init; }

    /// <summary>The SDK that floors were held against.</summary>
    internal required SdkFloor.Floors.SdkAtHand Sdk { get; init; }

    internal required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Packages and projects that are used.</summary>
    internal required int Dependencies { get; init; }

    /// <summary>How many of them declare a floor.</summary>
    internal required int Declared { get; init; }

    internal bool IsCheckOff { get; init; }

    internal required IReadOnlyList<ReportedFinding> Findings { get; init; }
}
