using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>The types of Ferrite.Mapping that the rules speak of, looked up once a compilation.</summary>
internal sealed class MappingTypes
{
    private readonly INamedTypeSymbol _file;
    private readonly INamedTypeSymbol? _view;
    private readonly INamedTypeSymbol? _writableView;

    private MappingTypes(Compilation compilation, INamedTypeSymbol file)
    {
        _file = file;
        _view = compilation.GetTypeByMetadataName("Ferrite.Mapping.MappedView");
        _writableView = compilation.GetTypeByMetadataName("Ferrite.Mapping.WritableMappedView");
    }

    /// <summary>Null where Ferrite.Mapping isn't referenced, and in its own code, which makes what the rules are about.</summary>
    internal static MappingTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Ferrite.Mapping.MappedFile") is { } file && !SymbolEqualityComparer.Default.Equals(file.ContainingAssembly, compilation.Assembly)
            ? new(compilation, file)
            : null;

    internal bool IsFile(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _file);

    internal bool IsView(ITypeSymbol? type) =>
        type is not null && (SymbolEqualityComparer.Default.Equals(type, _view) || SymbolEqualityComparer.Default.Equals(type, _writableView));

    /// <summary>A disposable ref struct called Enumerator of the same assembly.</summary>
    internal bool IsEnumerator(ITypeSymbol? type) =>
        type is { Name: "Enumerator", IsRefLikeType: true } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _file.ContainingAssembly);

    /// <summary>Whether an expression is a call that makes a view of its own: not a part of one, which needs no end.</summary>
    internal bool IsNewView(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is InvocationExpressionSyntax call
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
        && IsView(method.ReturnType)
        && !IsView(method.ContainingType)
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _file.ContainingAssembly);
}
