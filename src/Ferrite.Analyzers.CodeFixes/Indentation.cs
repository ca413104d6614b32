using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>Where a statement goes below one that took its comments.</summary>
internal static class Indentation
{
    internal static TNode WithIndentationOnly<TNode>(this TNode node)
        where TNode : SyntaxNode
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        return leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? node.WithLeadingTrivia(leading[leading.Count - 1])
            : node.WithoutLeadingTrivia();
    }
}
