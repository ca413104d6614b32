using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>Reads what attributes declare.</summary>
internal static class DeclarationReader
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static DeclarationSet Read(Compilation compilation, IReadOnlyList<SyntaxNode> candidates, CancellationToken cancellation)
    {
        var set = new DeclarationSet();
        HashSet<string> seen = new(StringComparer.Ordinal), promised = new(StringComparer.Ordinal);
        var models = new Dictionary<SyntaxTree, SemanticModel>();
        foreach (SyntaxNode candidate in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!models.TryGetValue(candidate.SyntaxTree, out SemanticModel? model)) models.Add(candidate.SyntaxTree, model = compilation.GetSemanticModel(candidate.SyntaxTree));
            if (model.GetDeclaredSymbol(candidate, cancellation) is not { } symbol) continue;
            if (symbol is IMethodSymbol method && Attributes.ConstantName(method) is { } name && Constant(method, candidate, name) is { } constant && seen.Add(constant.Id)) set.Constants.Add(constant);
            if (!Attributes.IsConstFn(symbol)) continue;
            set.Functions.AddRange(Functions(symbol).Where(promised.Add));
            if (symbol is INamedTypeSymbol) set.Trees.UnionWith(symbol.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree));
        }

        set.Trees.UnionWith(models.Keys);
        if (candidates.Any(static candidate => candidate is AttributeSyntax)) set.Literals.AddRange(LiteralReader.Read(compilation, cancellation));
        return set;
    }

    private static ConstantDeclaration? Constant(IMethodSymbol method, SyntaxNode declaration, string name)
    {
        if (method.GetDocumentationCommentId() is not { } id) return null;
        var types = new List<string>();
        for (SyntaxNode? node = declaration.Parent; node is TypeDeclarationSyntax type; node = node.Parent) types.Insert(0, Header(type));
        INamespaceSymbol space = method.ContainingNamespace;
        return new ConstantDeclaration(
            id,
            name,
            method.ContainingType.Name + "." + method.Name,
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            new EquatableArray<string>([.. types]),
            method.ContainingType.ToDisplayString(),
            method.DeclaredAccessibility == Accessibility.Public,
            method.ReturnType.ToDisplayString(TypeFormat),
            (method.ReturnType as IArrayTypeSymbol)?.ElementType.ToDisplayString(TypeFormat) ?? (LoweringContext.IsSpan(method.ReturnType) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0].ToDisplayString(TypeFormat) : null),
            Mistake(method, declaration, name));
    }

    /// <summary>The methods that an attribute speaks for.</summary>
    private static IEnumerable<string> Functions(ISymbol symbol) => Methods(symbol).Where(static method => !method.IsAbstract && !method.IsImplicitlyDeclared)
        .Select(static method => method.GetDocumentationCommentId()).OfType<string>();

    private static IEnumerable<IMethodSymbol> Methods(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: not MethodKind.LocalFunction } method => [method],
        IPropertySymbol property => Accessors(property),
        INamedTypeSymbol type => type.GetMembers().SelectMany(static member => member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion } method => [method],
            IPropertySymbol property => Accessors(property),
            INamedTypeSymbol nested => Methods(nested),
            _ => [],
        }),
        _ => [],
    };

    private static IEnumerable<IMethodSymbol> Accessors(IPropertySymbol property)
    {
        if (LoweringContext.AutomaticField(property) is not null) yield break;
        if (property.GetMethod is { } getter) yield return getter;
        if (property.SetMethod is { } setter) yield return setter;
    }

    private static string Header(TypeDeclarationSyntax type)
    {
        string keyword = type is RecordDeclarationSyntax record ? $"record {record.ClassOrStructKeyword.Text}".TrimEnd() : type.Keyword.Text;
        return keyword + " " + type.Identifier.Text + type.TypeParameterList;
    }

    private static string? Mistake(IMethodSymbol method, SyntaxNode node, string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)) return $"\"{name}\" is no identifier";
        if (!method.IsStatic) return "it isn't static";
        if (method.Parameters.Length > 0) return "it has parameters";
        if (method.IsGenericMethod) return "it is generic";
        if (method.ReturnsVoid) return "it returns nothing";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly) return "it returns a reference";
        if (method.IsAbstract || method.IsExtern) return "it has no body";
        for (SyntaxNode? at = node.Parent; at is TypeDeclarationSyntax type; at = at.Parent)
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword)) return $"'{type.Identifier.Text}' isn't partial";
            if (type.TypeParameterList is not null) return $"'{type.Identifier.Text}' is generic";
        }

        return method.ContainingType.GetMembers(name).Length > 0 ? $"'{method.ContainingType.Name}' already has a member '{name}'" : null;
    }
}
