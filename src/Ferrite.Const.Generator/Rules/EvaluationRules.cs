using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules;

/// <summary>The rules of compile-time evaluation: errors that no setting can silence, since a constant that failed has no value to go on with.</summary>
internal static class EvaluationRules
{
    public static readonly DiagnosticDescriptor Promise = Error(
        "FER3010",
        "A [ConstFn] promise that isn't kept",
        "'{0}' promises to be evaluable, but {1} can't be evaluated");

    public static readonly DiagnosticDescriptor Failed = Error(
        "FER3011",
        "A constant's evaluation fails",
        "'{0}' has no value: {1}{2}");

    public static readonly DiagnosticDescriptor Limit = Error(
        "FER3012",
        "A constant's evaluation reaches a limit",
        "'{0}' has no value: {1}; if it is meant to, raise <{3}> in the project file{2}");

    public static readonly DiagnosticDescriptor Cycle = Error(
        "FER3013",
        "Constants that need each other",
        "'{0}' has no value, as computing it needs it: {1}");

    public static readonly DiagnosticDescriptor Declaration = Error(
        "FER3014",
        "A method that can't be a constant",
        "'{0}' can't be evaluated to a constant: {1}");

    public static readonly DiagnosticDescriptor Result = Error(
        "FER3015",
        "A result that no constant can hold",
        "'{0}' can't hold what '{1}' returns: {2}");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        "Ferrite.Const",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/rules/{id}.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
