using Ferrite.SdkFloor.Floors;

namespace Ferrite.SdkFloor.Rules;

/// <summary>What a project says of floors, as it stands there, and what the rules compare it with.</summary>
internal sealed record Declaration
{
    /// <summary><c>MinimumSdkVersion</c>; null or empty where it is not declared.</summary>
    internal string? Base { get; init; }

    /// <summary><c>SdkFloor</c> items.</summary>
    internal IReadOnlyList<(string Value, FloorCondition Condition)> Conditional { get; init; } = [];

    internal IReadOnlyList<string> TargetFrameworks { get; init; } = [];

    /// <summary><c>LangVersion</c>; null where the project leaves it to the SDK.</summary>
    internal string? LangVersion { get; init; }

    /// <summary>The compiler that the analyzers which the project packs were built against; null where it packs none.</summary>
    internal Version? PackedRoslyn { get; init; }

    internal bool IsDeclared => !string.IsNullOrWhiteSpace(Base);
}
