using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules;

/// <summary>What is said of literals used as types.</summary>
internal static class ConstRules
{
    internal static readonly DiagnosticDescriptor LiteralRange = Rule(
        "FER3003", "A literal is out of range", "{0}");

    internal static readonly DiagnosticDescriptor LiteralType = Rule(
        "FER3001", "A value of this type can't be a type", "A const parameter is an integer, bool, char, enum or string, which {0} is not");

    internal static readonly DiagnosticDescriptor OpenType = Rule(
        "FER3002", "The type of a const parameter depends on a type parameter", "{0}");

    internal static readonly DiagnosticDescriptor ClosedExpression = Rule(
        "FER3004", "A closed expression has a shorter name", "{0}", DiagnosticSeverity.Warning);

    internal static readonly DiagnosticDescriptor Unify = Rule(
        "FER3005", "Values that are said to be equal differ", "{0}");

    internal static readonly DiagnosticDescriptor Evaluation = Rule(
        "FER3006", "A const expression has no value here", "{0}");

    internal static readonly DiagnosticDescriptor LiteralName = Rule(
        "FER3020", "A literal's name is no name", "{0}");

    internal static readonly DiagnosticDescriptor LiteralTaken = Rule(
        "FER3021", "A literal's name is taken", "{0}");

    private static readonly DiagnosticDescriptor[] All = [LiteralRange, LiteralType, LiteralName, LiteralTaken];

    internal static DiagnosticDescriptor Of(string id) => Array.Find(All, rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    private static DiagnosticDescriptor Rule(
        string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) => new(
        id, title, message, "Ferrite.Const", severity, isEnabledByDefault: true, helpLinkUri: $"docs/rules/{id}.md");
}
