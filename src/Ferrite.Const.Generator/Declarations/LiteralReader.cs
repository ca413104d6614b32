using Ferrite.Const.Generator.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>Reads the named values of a project, those included that the compiler has no value of yet.</summary>
internal static class LiteralReader
{
    public static List<LiteralDeclaration> Read(Compilation compilation, CancellationToken cancellation)
    {
        var literals = new List<LiteralDeclaration>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (AttributeData attribute in compilation.Assembly.GetAttributes())
        {
            if (!IsConstLiteral(attribute.AttributeClass) || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: { Count: 2 } arguments } syntax) continue;
            ExpressionSyntax name = Argument(arguments, 0, "name"), value = Argument(arguments, 1, "value");
            if (compilation.GetSemanticModel(syntax.SyntaxTree).GetConstantValue(name, cancellation) is not { Value: string text }) continue;
            string? type = Type(attribute), mistake = NamedLiteral.Mistake(text) ?? (names.Add(text) ? null : $"{text} is the name of another value");

            // Of what the compiler has the value, others say what is wrong.
            if (type is null || mistake is null) literals.Add(new LiteralDeclaration(text, syntax, value, type, mistake));
        }

        return literals;
    }

    private static bool IsConstLiteral(INamedTypeSymbol? type) =>
        type is { Name: "ConstLiteralAttribute", ContainingNamespace: { Name: "Const", ContainingNamespace: { Name: "Ferrite", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>The canonical type; empty where the value can be no type, null where there is no value.</summary>
    private static string? Type(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1] is { Kind: not TypedConstantKind.Error } value ? NamedLiteral.TypeOf(value) ?? "" : null;

    private static ExpressionSyntax Argument(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, int position, string name) =>
        (arguments.FirstOrDefault(argument => string.Equals(argument.NameColon?.Name.Identifier.ValueText, name, StringComparison.Ordinal)) ?? arguments[position]).Expression;
}
