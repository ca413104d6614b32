using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>Type arguments put in for the type parameters of what encloses a use.</summary>
internal sealed class Substitution
{
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> _arguments = new(SymbolEqualityComparer.Default);

    /// <summary>The parameters of the definition of a closed type or method, and of the types it stands in.</summary>
    internal Substitution(ISymbol closed)
    {
        if (closed is IMethodSymbol method)
        {
            Add(method.OriginalDefinition.TypeParameters, method.TypeArguments);
        }

        for (INamedTypeSymbol? type = closed as INamedTypeSymbol ?? closed.ContainingType; type is not null; type = type.ContainingType)
        {
            Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
        }
    }

    /// <summary>Whether a type parameter is in it anywhere.</summary>
    internal static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };

    internal static bool IsOpen(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.TypeArguments.Any(IsOpen) || (method.ContainingType is { } type && IsOpen(type)),
        ITypeSymbol type => IsOpen(type),
        _ => false,
    };

    /// <summary>Whether more types than that are in it. Looks at no more of them.</summary>
    internal static bool IsLargerThan(int most, ISymbol symbol)
    {
        var pending = new Stack<ISymbol>([symbol]);
        for (int count = 0; pending.Count > 0; count++)
        {
            if (count > most) return true;
            ISymbol next = pending.Pop();
            ImmutableArray<ITypeSymbol> arguments = next switch
            {
                IMethodSymbol method => method.TypeArguments,
                INamedTypeSymbol type => type.TypeArguments,
                IArrayTypeSymbol array => [array.ElementType],
                _ => [],
            };
            foreach (ITypeSymbol argument in arguments) pending.Push(argument);
            if (next.ContainingType is { } outer) pending.Push(outer);
        }

        return false;
    }

    internal ISymbol Apply(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => Apply(type),
        IMethodSymbol method => Apply(method),
        _ => symbol,
    };

    internal ITypeSymbol Apply(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return _arguments.TryGetValue(parameter, out ITypeSymbol? argument) ? argument : parameter;
            case INamedTypeSymbol { TypeArguments.IsEmpty: true, ContainingType: null }:
                return type;
            case INamedTypeSymbol named when IsOpen(named):
                INamedTypeSymbol definition = named.OriginalDefinition;
                if (named.ContainingType is { } outer && Apply(outer) is INamedTypeSymbol inner)
                {
                    definition = inner.GetTypeMembers(named.Name, named.Arity).FirstOrDefault() ?? definition;
                }

                return named.Arity == 0 ? definition : definition.Construct([.. named.TypeArguments.Select(Apply)]);
            default:
                return type;
        }
    }

    private ISymbol Apply(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (method.ContainingType is { } type && Apply(type) is INamedTypeSymbol container && !SymbolEqualityComparer.Default.Equals(container, type))
        {
            definition = container.GetMembers(method.Name).OfType<IMethodSymbol>()
                .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition)) ?? definition;
        }
        else if (method.ContainingType is not null && !method.IsGenericMethod)
        {
            return method;
        }

        return method.IsGenericMethod ? definition.Construct([.. method.TypeArguments.Select(Apply)]) : definition;
    }

    private void Add(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            _arguments[parameters[i]] = arguments[i];
        }
    }
}
