using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class LoweringContext
{
    private readonly Dictionary<string, IMethodSymbol> _computing = new(StringComparer.Ordinal);

    /// <summary>Makes a method known that computes a generated member, under its key.</summary>
    public void AddComputing(IMethodSymbol method) => _computing[KeyOf(method)] = method;

    /// <summary>The type that a method returns which computes a generated member.</summary>
    public MirType ReturnTypeOf(string key)
    {
        if (!_computing.TryGetValue(key, out IMethodSymbol? method)) return MirType.Unknown;
        Request(method);
        return TypeOf(method.ReturnType);
    }
}
