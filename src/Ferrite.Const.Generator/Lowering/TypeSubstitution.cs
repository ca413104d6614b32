using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>What the type parameters of a generic method and its types stand for: each closed instantiation is lowered apart.</summary>
internal sealed class TypeSubstitution
{
    private readonly Compilation _compilation;
    private readonly Dictionary<ISymbol, ITypeSymbol> _map = new(SymbolEqualityComparer.Default);

    public TypeSubstitution(Compilation compilation, IMethodSymbol? method, INamedTypeSymbol? type)
    {
        _compilation = compilation;
        for (INamedTypeSymbol? at = type; at is not null; at = at.ContainingType) Add(at.OriginalDefinition.TypeParameters, at.TypeArguments);
        if (method is not null) Add(method.OriginalDefinition.TypeParameters, method.TypeArguments);
    }

    public ITypeSymbol Apply(ITypeSymbol type)
    {
        if (_map.Count == 0) return type;
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return _map.TryGetValue(parameter, out ITypeSymbol? argument) ? argument : parameter;
            case IArrayTypeSymbol array:
                return _compilation.CreateArrayTypeSymbol(Apply(array.ElementType), array.Rank);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return _compilation.CreateTupleTypeSymbol([.. tuple.TupleElements.Select(element => Apply(element.Type))]);
            case INamedTypeSymbol { IsGenericType: true } named when named.TypeArguments.Length > 0:
                return named.ConstructedFrom.Construct([.. named.TypeArguments.Select(Apply)]);
            default:
                return type;
        }
    }

    public IMethodSymbol Apply(IMethodSymbol method)
    {
        if (_map.Count == 0) return method;
        IMethodSymbol result = method;
        if (method.ContainingType is { IsGenericType: true } containing && Apply(containing) is INamedTypeSymbol closed)
        {
            result = closed.GetMembers(method.Name).OfType<IMethodSymbol>()
                .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition)) ?? method;
        }

        return method.IsGenericMethod ? result.ConstructedFrom.Construct([.. method.TypeArguments.Select(Apply)]) : result;
    }

    private void Add(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(parameters[i], arguments[i])) _map[parameters[i]] = arguments[i];
        }
    }
}
