using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules;

/// <summary>What is said of literals used as types.</summary>
internal static class ConstRules
{
    internal static readonly DiagnosticDescriptor LiteralRange = Rule(
        "FER3003", "A literal is out of range", "{0}");

    internal static readonly DiagnosticDescriptor LiteralType = Rule(
        "FER3001", "A value of this type can't be a type", "A const parameter is an integer, bool, char, enum or string, which {0} is not");

    internal static readonly DiagnosticDescriptor LiteralName = Rule(
        "FER3020", "A literal's name is no name", "{0}");

    internal static readonly DiagnosticDescriptor LiteralTaken = Rule(
        "FER3021", "A literal's name is taken", "{0}");

    private static readonly DiagnosticDescriptor[] All = [LiteralRange, LiteralType, LiteralName, LiteralTaken];

    internal static DiagnosticDescriptor Of(string id) => Array.Find(All, rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    private static DiagnosticDescriptor Rule(string id, string title, string message) => new(
        id, title, message, "Ferrite.Const", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"docs/rules/{id}.md");
}
