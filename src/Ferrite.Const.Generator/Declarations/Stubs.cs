using System.Text;
using Ferrite.Const.Generator.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>
/// What stands for what will be generated while the code that uses it is lowered: properties for members, and for named values that have to be
/// computed types without one. A use of either is lowered to a call of what computes it, never to a default value.
/// </summary>
internal static class Stubs
{
    private const string LiteralSpace = "Ferrite.Const.Literals";

    /// <param name="declarations">Constants.</param>
    /// <param name="literals">The named values that code mentions.</param>
    /// <param name="names">The names that code mentions.</param>
    public static string Write(IEnumerable<ConstantDeclaration> declarations, IEnumerable<LiteralDeclaration> literals, IEnumerable<string> names)
    {
        var text = new StringBuilder("#nullable enable annotations\n");
        foreach (string name in names.Where(static name => LiteralSyntax.IsLiteralName(name) && LiteralSyntax.IsInRange(name))) Alias(text, name, ConstTypeName.OfNumber(name.Substring(1)));
        foreach (LiteralDeclaration literal in literals)
        {
            if (literal.Type is not "") Alias(text, literal.Name, literal.Type ?? $"global::{LiteralSpace}.{literal.Name}");
        }

        foreach (LiteralDeclaration literal in literals)
        {
            // Of every type, as long as nobody knows of which.
            if (literal.Type is null) text.Append($"namespace {LiteralSpace} {{ public struct {literal.Name} : global::Ferrite.Const.IConstInteger<{literal.Name}>, global::Ferrite.Const.IConst<bool>, global::Ferrite.Const.IConst<char>, global::Ferrite.Const.IConst<string> {{ public static T As<T>() => throw null!; }} }}\n");
        }

        foreach (ConstantDeclaration declaration in declarations)
        {
            Open(text, declaration);
            string type = declaration.SpanElement is { } element ? $"global::System.ReadOnlySpan<{element}>" : declaration.ReturnType;
            text.Append(declaration.IsPublic ? "public" : "internal").Append(" static ").Append(type).Append(' ').Append(Escaped(declaration.Name)).Append(" => throw null!;");
            Close(text, declaration);
        }

        return text.ToString();
    }

    /// <summary>The name of the named value that a type stands for; null if it is none.</summary>
    public static string? LiteralOf(ITypeSymbol type) => type is
    {
        TypeKind: TypeKind.Struct, ContainingNamespace: { Name: "Literals", ContainingNamespace: { Name: "Const", ContainingNamespace: { Name: "Ferrite", ContainingNamespace.IsGlobalNamespace: true } } },
    } ? type.Name : null;

    public static void Open(StringBuilder text, ConstantDeclaration declaration)
    {
        if (declaration.Namespace.Length > 0) text.Append("namespace ").Append(declaration.Namespace).Append("\n{\n");
        foreach (string type in declaration.Types.Items) text.Append("partial ").Append(type).Append("\n{\n");
    }

    public static void Close(StringBuilder text, ConstantDeclaration declaration)
    {
        text.Append('\n');
        for (int i = declaration.Types.Count; i > 0; i--) text.Append("}\n");
        if (declaration.Namespace.Length > 0) text.Append("}\n");
    }

    private static void Alias(StringBuilder text, string name, string type) => text.Append("global using @").Append(name).Append(" = ").Append(type).Append(";\n");

    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
