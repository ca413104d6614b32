using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Finds what may carry this package's attributes, by syntax, once for each version of a file.</summary>
internal static class CandidateFinder
{
    private static readonly string[] Own = ["ConstEval", "ConstEvalAttribute", "ConstFn", "ConstFnAttribute", "ConstLiteral", "ConstLiteralAttribute"];
    private static readonly ConditionalWeakTable<SyntaxTree, Attributed> Known = new();

    public static List<SyntaxNode> Find(Compilation compilation, CancellationToken cancellation)
    {
        HashSet<string> names = Names(compilation, cancellation);
        var found = new List<SyntaxNode>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees) found.AddRange(Of(tree, cancellation).Find(names));
        return found;
    }

    /// <summary>What the attributes are called in every file: a global alias of any file counts.</summary>
    public static HashSet<string> Names(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(Own, StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees) names.UnionWith(Of(tree, cancellation).GlobalAliases);
        return names;
    }

    public static bool MayDeclare(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation) => Of(tree, cancellation).Find(names).Any();

    private static Attributed Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out Attributed? known)) return known;
        Attributed found = Search(tree.GetRoot(cancellation));
        return Known.GetValue(tree, _ => found);
    }

    private static Attributed Search(SyntaxNode root)
    {
        var nodes = new List<(SyntaxNode Node, string Name)>();
        List<string> local = [], global = [];
        foreach (SyntaxNode node in root.DescendantNodesAndSelf(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is CompilationUnitSyntax unit) nodes.AddRange(Attributes(unit.AttributeLists).Select(static attribute => ((SyntaxNode)attribute, Name(attribute.Name))));
            else if (node is MemberDeclarationSyntax member) nodes.AddRange(Attributes(member.AttributeLists).Select(attribute => ((SyntaxNode)member, Name(attribute.Name))));
            else if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, Name: { } target } directive && Own.Contains(Name(target), StringComparer.Ordinal)) (directive.GlobalKeyword.Span.Length > 0 ? global : local).Add(alias);
        }

        return new Attributed([.. nodes], [.. local], [.. global]);
    }

    private static IEnumerable<AttributeSyntax> Attributes(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(static list => list.Attributes);

    private static string Name(NameSyntax name)
    {
        while (name is QualifiedNameSyntax qualified) name = qualified.Right;
        if (name is AliasQualifiedNameSyntax alias) name = alias.Name;
        return (name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
    }

    /// <summary>A file's members with attributes and its attributes of the assembly, and what it calls ours.</summary>
    private sealed class Attributed((SyntaxNode Node, string Name)[] nodes, string[] localAliases, string[] globalAliases)
    {
        public string[] GlobalAliases { get; } = globalAliases;

        public IEnumerable<SyntaxNode> Find(HashSet<string> names) => nodes
            .Where(pair => names.Contains(pair.Name) || localAliases.Contains(pair.Name, StringComparer.Ordinal))
            .Select(static pair => pair.Node).Distinct();
    }
}
