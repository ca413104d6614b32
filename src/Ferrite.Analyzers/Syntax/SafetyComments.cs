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
    internal static bool Covers(SyntaxNode scope, SyntaxNode node) => FirstLine(scope) <= node.SpanStart;

    /// <summary>Where the line begins that the first one is on, comments above the scope included: it covers what begins after that. Null where there is none.</summary>
    internal static int? FirstLine(SyntaxNode scope)
    {
        // Text first, trivia only where the mark is: most code has none.
        SourceText text = scope.SyntaxTree.GetText();
        string content = text.ToString(scope.FullSpan);
        for (int at = content.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = content.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            if (IsSafety(scope.FindTrivia(scope.FullSpan.Start + at)))
            {
                return text.Lines.GetLineFromPosition(scope.FullSpan.Start + at).Start;
            }
        }

        return null;
    }
}
