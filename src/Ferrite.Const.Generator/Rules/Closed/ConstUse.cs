using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>That code uses a type or calls a method whose type arguments may be const types.</summary>
/// <param name="Target">The type, or the method.</param>
/// <param name="ReadAs">For <c>N.As&lt;T&gt;()</c> and <c>N.Value</c> of a type parameter: the type parameter; <see cref="Target"/> is then the type it is read as.</param>
/// <param name="Location">Where.</param>
internal sealed record ConstUse(ISymbol Target, ITypeSymbol? ReadAs, Location Location)
{
    internal bool IsOpen => Substitution.IsOpen(Target) || (ReadAs is not null && Substitution.IsOpen(ReadAs));

    internal ConstUse Close(Substitution arguments) =>
        new(arguments.Apply(Target), ReadAs is null ? null : arguments.Apply(ReadAs), Location);
}
