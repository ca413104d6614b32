using System.Collections.Immutable;
using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER0002: a SAFETY comment of fewer than four words, or of nothing but assurances.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptySafetyCommentAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER0002";

    private const int FewestWords = 4;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A SAFETY comment that says nothing",
        "This names neither a contract nor a reason why it is met",
        RuleDocs.Unsafe,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An assurance is no reason. Name what must hold (the man page's words will do) and the lines that make it so.",
        RuleDocs.Link(Id));

    /// <summary>Words that assure, and those that join them.</summary>
    private static readonly HashSet<string> Assurances = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "absolutely", "all", "always", "am", "and", "are", "as", "be", "because", "code", "correct", "definitely", "doing", "fine", "good",
        "guaranteed", "here", "i", "is", "it", "its", "it's", "just", "know", "me", "nothing", "obviously", "of", "ok", "okay", "perfectly",
        "promise", "really", "safe", "see", "should", "so", "sound", "sure", "that", "the", "there", "this", "to", "totally", "trust", "unsafe",
        "very", "we", "well", "what", "works", "wrong", "you",
    };

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(Analyze);
    }

    private static void Analyze(SyntaxTreeAnalysisContext context)
    {
        string text = context.Tree.GetText(context.CancellationToken).ToString();
        int at = text.IndexOf(SafetyComments.Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        SyntaxNode root = context.Tree.GetRoot(context.CancellationToken);
        for (; at >= 0; at = text.IndexOf(SafetyComments.Mark, at + 1, StringComparison.Ordinal))
        {
            SyntaxTrivia trivia = root.FindTrivia(at);
            if (SafetyComments.IsSafety(trivia) && IsFirstMark(trivia, at) && SaysNothing(Words(trivia)))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(context.Tree, Trimmed(trivia))));
            }
        }
    }

    private static bool IsFirstMark(SyntaxTrivia trivia, int at) =>
        trivia.SpanStart + trivia.ToString().IndexOf(SafetyComments.Mark, StringComparison.Ordinal) == at;

    private static TextSpan Trimmed(SyntaxTrivia trivia) => new(trivia.SpanStart, trivia.ToString().TrimEnd().Length);

    private static bool SaysNothing(List<string> words) => words.Count < FewestWords || words.TrueForAll(Assurances.Contains);

    /// <summary>Those of the comment and of the comment lines right below it.</summary>
    private static List<string> Words(SyntaxTrivia first)
    {
        string content = first.ToString();
        List<string> words = Split(content.Substring(content.IndexOf(SafetyComments.Mark, StringComparison.Ordinal) + SafetyComments.Mark.Length));
        if (!first.IsKind(SyntaxKind.SingleLineCommentTrivia))
        {
            return words;
        }

        bool isAfter = false;
        foreach (SyntaxTrivia trivia in SyntaxTriviaListOf(first))
        {
            if (isAfter && trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !SafetyComments.IsSafety(trivia))
            {
                words.AddRange(Split(trivia.ToString()));
            }
            else if (isAfter && !trivia.IsKind(SyntaxKind.EndOfLineTrivia) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                break;
            }

            isAfter |= trivia == first;
        }

        return words;
    }

    private static SyntaxTriviaList SyntaxTriviaListOf(SyntaxTrivia trivia) =>
        trivia.Token.LeadingTrivia.Contains(trivia) ? trivia.Token.LeadingTrivia : trivia.Token.TrailingTrivia;

    private static List<string> Split(string text) =>
        [.. text.Split([' ', '\t', '\r', '\n', ',', ';', '.', '!', '(', ')', '/', '*', '-'], StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Any(char.IsLetterOrDigit))];
}
