using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Finds what may carry this package's attributes, by syntax, once for each version of a file.</summary>
internal static class CandidateFinder
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> Candidates = new();

    public static List<SyntaxNode> Find(Compilation compilation, CancellationToken cancellation)
    {
        var found = new List<SyntaxNode>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees) found.AddRange(Of(tree, cancellation));
        return found;
    }

    public static bool MayDeclare(SyntaxTree tree, CancellationToken cancellation) => Of(tree, cancellation).Length > 0;

    private static SyntaxNode[] Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Candidates.TryGetValue(tree, out SyntaxNode[]? known)) return known;
        SyntaxNode[] found = [.. Search(tree.GetRoot(cancellation))];
        return Candidates.GetValue(tree, _ => found);
    }

    private static IEnumerable<SyntaxNode> Search(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is MemberDeclarationSyntax member && member.AttributeLists.Any(static list => list.Attributes.Any(IsCandidate))) yield return node;
        }
    }

    private static bool IsCandidate(AttributeSyntax attribute)
    {
        NameSyntax name = attribute.Name;
        while (name is QualifiedNameSyntax qualified) name = qualified.Right;
        if (name is AliasQualifiedNameSyntax alias) name = alias.Name;
        return (name as SimpleNameSyntax)?.Identifier.ValueText is "ConstEval" or "ConstEvalAttribute" or "ConstFn" or "ConstFnAttribute";
    }
}
