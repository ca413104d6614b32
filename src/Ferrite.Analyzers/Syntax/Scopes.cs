using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>What a node is inside of.</summary>
internal static class Scopes
{
    /// <summary>The member of a type; for statements without one, the whole file.</summary>
    internal static SyntaxNode Member(SyntaxNode node)
    {
        SyntaxNode last = node;
        for (SyntaxNode? at = node; at is not null; at = at.Parent)
        {
            if (at is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
            {
                return at;
            }

            last = at;
        }

        return last;
    }

    /// <summary>The method, accessor, lambda or local function whose code the node is; for statements without one, the whole file.</summary>
    internal static SyntaxNode Function(SyntaxNode node)
    {
        SyntaxNode last = node;
        for (SyntaxNode? at = node.Parent; at is not null; at = at.Parent)
        {
            if (at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                || (at is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)))
            {
                return at;
            }

            last = at;
        }

        return last;
    }

    /// <summary>The statements of the list that holds a statement: a block's, a switch section's, a file's. Empty where there is no list.</summary>
    internal static IReadOnlyList<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => [.. unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement)],
        _ => [],
    };

    /// <summary>The statements after it in its list.</summary>
    internal static IEnumerable<StatementSyntax> After(StatementSyntax statement) =>
        Siblings(statement).SkipWhile(sibling => sibling != statement).Skip(1);

    /// <summary>The type, and those it is nested in, outermost last.</summary>
    internal static IEnumerable<INamedTypeSymbol> WithContaining(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
