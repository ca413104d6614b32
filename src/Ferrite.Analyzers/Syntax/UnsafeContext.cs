using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Where pointers may be used, and whether somebody said why.</summary>
internal static class UnsafeContext
{
    /// <summary>Unsafe, and with a SAFETY comment between the member's beginning and the node.</summary>
    internal static bool IsDocumented(SyntaxNode node) => Contains(node) && SafetyComments.Covers(Scopes.Member(node), node);

    internal static bool Contains(SyntaxNode node)
    {
        for (SyntaxNode? at = node; at is not null; at = at.Parent)
        {
            if (at.IsKind(SyntaxKind.UnsafeStatement) || HasModifier(at))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool HasModifier(SyntaxNode node) => node switch
    {
        MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.UnsafeKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.UnsafeKeyword),
        _ => false,
    };
}
