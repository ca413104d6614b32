using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Finds <c>// SAFETY:</c> comments: above a node, inside it, on its line.</summary>
internal static class SafetyComments
{
    internal const string Mark = "SAFETY:";

    internal static bool IsSafety(SyntaxTrivia trivia) =>
        (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        && trivia.ToString().TrimStart('/', '*', ' ', '\t').StartsWith(Mark, StringComparison.Ordinal);

    internal static bool IsAbove(SyntaxNode node)
    {
        foreach (SyntaxTrivia trivia in node.GetLeadingTrivia())
        {
            if (IsSafety(trivia))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one stands between the beginning of <paramref name="scope"/>, comments above it included, and the end of the node's first line.</summary>
    internal static bool Covers(SyntaxNode scope, SyntaxNode node)
    {
        SourceText text = scope.SyntaxTree.GetText();
        int end = Math.Max(scope.FullSpan.Start, Math.Min(text.Lines.GetLineFromPosition(node.SpanStart).End, scope.FullSpan.End));
        return Exists(scope, text, TextSpan.FromBounds(scope.FullSpan.Start, end));
    }

    internal static bool IsInside(SyntaxNode scope) => Exists(scope, scope.SyntaxTree.GetText(), scope.FullSpan);

    /// <summary>Text first, trivia only where the mark is: most code has none.</summary>
    private static bool Exists(SyntaxNode scope, SourceText text, TextSpan span)
    {
        string content = text.ToString(span);
        for (int at = content.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = content.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            if (IsSafety(scope.FindTrivia(span.Start + at)))
            {
                return true;
            }
        }

        return false;
    }
}
