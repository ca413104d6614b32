using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Whether an edit of a file can concern code in others.</summary>
internal static class TreeComparison
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Mentioned = new();

    /// <summary>Bodies concern nobody else; declarations, only code that mentions their names.</summary>
    public static bool IsUnrelated(SyntaxTree before, SyntaxTree after, IEnumerable<SyntaxTree> used, CancellationToken cancellation)
    {
        if (SyntaxFactory.AreEquivalent(before, after, topLevel: true)) return true;
        if (before.GetRoot(cancellation) is not CompilationUnitSyntax old || after.GetRoot(cancellation) is not CompilationUnitSyntax now) return false;
        if (!SyntaxFactory.AreEquivalent(old.Usings, now.Usings) || !SyntaxFactory.AreEquivalent(old.AttributeLists, now.AttributeLists) || old.Externs.Count + now.Externs.Count > 0) return false;
        if (!Namespaces(old).SequenceEqual(Namespaces(now), StringComparer.Ordinal)) return false;

        // Another constant may be over one of these, and evaluated code mention that one only.
        if (!Constants(old).SequenceEqual(Constants(now), StringComparer.Ordinal)) return false;
        HashSet<string> declared = [.. Declared(old), .. Declared(now)];
        return !used.Any(tree => MentionedIn(tree, cancellation).Overlaps(declared));
    }

    private static IEnumerable<string> Namespaces(SyntaxNode root) => root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name + ":" + string.Join(",", space.Usings));

    private static IEnumerable<string> Constants(SyntaxNode root) => root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .Where(static node => node is EnumDeclarationSyntax || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))).Select(static node => node.ToString());

    private static IEnumerable<string> Declared(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or EnumDeclarationSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax))
        {
            SyntaxToken name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier,
                DelegateDeclarationSyntax type => type.Identifier,
                MethodDeclarationSyntax method => method.Identifier,
                PropertyDeclarationSyntax property => property.Identifier,
                EventDeclarationSyntax declared => declared.Identifier,
                VariableDeclaratorSyntax field => field.Identifier,
                EnumMemberDeclarationSyntax member => member.Identifier,
                _ => default,
            };
            if (name.ValueText is { Length: > 0 } text) yield return text;
        }
    }

    /// <summary>Every name in a file.</summary>
    public static HashSet<string> MentionedIn(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Mentioned.TryGetValue(tree, out HashSet<string>? known)) return known;
        HashSet<string> names = [.. tree.GetRoot(cancellation).DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)];
        return Mentioned.GetValue(tree, _ => names);
    }
}
