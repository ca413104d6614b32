using System.Globalization;
using Ferrite.Const.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Literals;

/// <summary>A value with a name, as <c>[assembly: ConstLiteral]</c> says it: the type it is, or why it is none.</summary>
/// <param name="Name">The name of the alias.</param>
/// <param name="Type">Its type in full; empty where there is an error.</param>
/// <param name="Error">What is wrong with it.</param>
internal sealed record NamedLiteral(string Name, string Type, Finding? Error)
{
    /// <summary>A text is types within one another, one for each character: of some thousands the compiler's stack overflows.</summary>
    internal const int LongestText = 256;

    /// <summary>Null where the compiler itself reports what is wrong, and where the value is computed, which other stages do.</summary>
    internal static NamedLiteral? From(AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.ConstructorArguments.Length != 2
            || attribute.ConstructorArguments[0].Value is not string name
            || attribute.ConstructorArguments[1].Kind == TypedConstantKind.Error
            || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not { } syntax)
        {
            return null;
        }

        if (Mistake(name) is { } mistake)
        {
            return new NamedLiteral(name, "", Finding.At(syntax.GetLocation(), ConstRules.LiteralName, mistake));
        }

        string? type = TypeOf(attribute.ConstructorArguments[1]);
        return type is null
            ? new NamedLiteral(name, "", Finding.At(syntax.GetLocation(), ConstRules.LiteralType, Describe(attribute.ConstructorArguments[1])))
            : new NamedLiteral(name, type, null);
    }

    /// <summary>Why nothing can be called so; null if it can.</summary>
    internal static string? Mistake(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            return $"'{name}' is no name for a type";
        }

        return LiteralSyntax.IsLiteralName(name) ? $"'{name}' is the number's own name" : null;
    }

    /// <summary>The canonical type of a value; null if it can be none.</summary>
    internal static string? TypeOf(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Array } => null,
        { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } number } =>
            ConstTypeName.OfEnum(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), Convert.ToString(number, CultureInfo.InvariantCulture)!),
        { Value: bool condition } => ConstTypeName.OfCondition(condition),
        { Value: char character } => ConstTypeName.OfCharacter(character),
        { Value: string { Length: <= LongestText } text } => ConstTypeName.OfText(text),
        { Value: sbyte or byte or short or ushort or int or uint or long or ulong } =>
            ConstTypeName.OfNumber(Convert.ToString(value.Value, CultureInfo.InvariantCulture)!),
        _ => null,
    };

    private static string Describe(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Array } => "an array",
        { Kind: TypedConstantKind.Type } => "a type",
        { IsNull: true } => "null",
        { Value: string text } => $"a string of {text.Length} characters, more than {LongestText},",
        _ => value.Type?.ToDisplayString() ?? "this",
    };
}
