using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Literals;

/// <summary>What in a source text is a literal used as a type. By syntax alone: it is asked of every node, at every keystroke.</summary>
internal static class LiteralSyntax
{
    /// <summary>
    /// <c>_</c> and digits where only a type can stand, or a type is meant. Not to the right of <c>is</c> and in patterns: there a constant of that
    /// name may be meant, and an alias would take its place.
    /// </summary>
    internal static bool IsLiteral(SyntaxNode node) =>
        node is IdentifierNameSyntax name && IsLiteralName(name.Identifier.ValueText) && name.Parent switch
        {
            TypeArgumentListSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or NullableTypeSyntax or ArrayTypeSyntax or RefTypeSyntax => true,
            MemberAccessExpressionSyntax access => access.Expression == name,
            QualifiedNameSyntax qualified => qualified.Left == name,
            BaseTypeSyntax or TypeConstraintSyntax or ObjectCreationExpressionSyntax => true,
            VariableDeclarationSyntax declaration => declaration.Type == name,
            ParameterSyntax parameter => parameter.Type == name,
            BasePropertyDeclarationSyntax property => property.Type == name,
            MethodDeclarationSyntax method => method.ReturnType == name,
            UsingDirectiveSyntax directive => directive.Alias is not null,
            _ => false,
        };

    /// <summary>An alias that a person has written: the name is taken.</summary>
    internal static bool IsAlias(SyntaxNode node) => node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var name } && IsLiteralName(name);

    /// <summary>No leading zero: <c>_07</c> is an ordinary name.</summary>
    internal static bool IsLiteralName(string name)
    {
        if (name.Length < 2 || name[0] != '_' || (name[1] == '0' && name.Length > 2))
        {
            return false;
        }

        for (int i = 1; i < name.Length; i++)
        {
            if (name[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsInRange(string name) => ulong.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary><c>ValueArray100&lt;T&gt;</c>.</summary>
    internal static bool IsValueArray(SyntaxNode node) =>
        node is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } name && GetArrayLength(name.Identifier.ValueText) > 0;

    /// <summary>0 where the name is not that of a value array. More elements than the runtime's limit of 1 MiB allows of bytes are not asked for.</summary>
    internal static int GetArrayLength(string name)
    {
        const string Prefix = "ValueArray";
        return name.StartsWith(Prefix, StringComparison.Ordinal) && IsLiteralName("_" + name.Substring(Prefix.Length))
            && int.TryParse(name.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length <= 1 << 20
            ? length
            : 0;
    }
}
