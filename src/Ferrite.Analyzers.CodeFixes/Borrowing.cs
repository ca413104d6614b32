using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>Writes <c>using var borrow = handle.Borrow();</c>, where Ferrite.Handles is referenced.</summary>
internal static class Borrowing
{
    private const string Namespace = "Ferrite.Handles";

    /// <summary>Whether something of Ferrite.Handles lends handles of this type.</summary>
    internal static bool IsAvailable(Compilation compilation, ITypeSymbol? handle)
    {
        if (handle is null || compilation.GetTypeByMetadataName("Ferrite.Handles.BorrowedHandle`1") is not { } borrowed)
        {
            return false;
        }

        return borrowed.ContainingNamespace.GetTypeMembers()
            .Where(static type => type.IsStatic)
            .SelectMany(static type => type.GetMembers("Borrow"))
            .OfType<IMethodSymbol>()
            .Any(method => method.IsStatic && method.Parameters.Length == 1 && Takes(compilation, method.Parameters[0].Type, handle));
    }

    /// <summary>The statement, in the place of another one, with its comments.</summary>
    internal static StatementSyntax Statement(ExpressionSyntax handle, string name, SyntaxTriviaList leading) =>
        SyntaxFactory.ParseStatement($"using var {name} = {handle.WithoutTrivia()}.Borrow();\n")
            .WithLeadingTrivia(leading)
            .WithAdditionalAnnotations(Formatter.Annotation);

    internal static string FreeName(SyntaxNode member)
    {
        HashSet<string> taken = new(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        string name = "borrow";
        for (int i = 2; taken.Contains(name); i++)
        {
            name = "borrow" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>With the directive that the extension needs.</summary>
    internal static CompilationUnitSyntax WithUsing(CompilationUnitSyntax root)
    {
        bool isThere = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Any(static directive => string.Equals(directive.Name?.ToString(), Namespace, StringComparison.Ordinal));
        if (isThere)
        {
            return root;
        }

        UsingDirectiveSyntax added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        int at = root.Usings.Count(static directive => string.CompareOrdinal(directive.Name?.ToString(), Namespace) < 0 || (directive.Name?.ToString().StartsWith("System", StringComparison.Ordinal) ?? false));
        if (at == 0 && root.Usings.Count == 0)
        {
            added = added.WithLeadingTrivia(root.GetLeadingTrivia().Where(static trivia => trivia.IsDirective));
        }

        return root.WithUsings(root.Usings.Insert(at, added));
    }

    private static bool Takes(Compilation compilation, ITypeSymbol parameter, ITypeSymbol handle) => parameter is ITypeParameterSymbol generic
        ? generic.ConstraintTypes.All(constraint => compilation.ClassifyConversion(handle, constraint).IsImplicit)
        : compilation.ClassifyConversion(handle, parameter).IsImplicit;
}
