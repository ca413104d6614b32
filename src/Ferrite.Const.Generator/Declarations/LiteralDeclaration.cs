using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>A <c>[assembly: ConstLiteral]</c>, for as long as a compilation is lowered.</summary>
/// <param name="Name">The alias.</param>
/// <param name="Attribute">Where it is said.</param>
/// <param name="Value">The expression.</param>
/// <param name="Type">Its canonical type, where the compiler has the value; null where it has to be computed.</param>
/// <param name="Mistake">What is wrong with its name; null if nothing is.</param>
internal sealed record LiteralDeclaration(string Name, AttributeSyntax Attribute, ExpressionSyntax Value, string? Type, string? Mistake)
{
    /// <summary>What evaluates it is called: no method can be.</summary>
    public string Key => KeyOf(Name);

    public static string KeyOf(string name) => "[ConstLiteral] " + name;
}
