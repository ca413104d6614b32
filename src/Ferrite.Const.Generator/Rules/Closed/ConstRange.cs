using System.Numerics;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>A type that a value is read as, and what it can hold.</summary>
/// <param name="Name">As C# writes it.</param>
/// <param name="Least">The least number; null where any is one on the way to a comparison.</param>
/// <param name="Greatest">The greatest number.</param>
internal sealed record ConstRange(string Name, BigInteger Least, BigInteger Greatest)
{
    /// <summary>Comparisons are between numbers of no type, of 64 bits and a sign.</summary>
    internal static ConstRange Whole { get; } = new("a number of 64 bits", -(BigInteger)ulong.MaxValue, ulong.MaxValue);

    internal bool Contains(BigInteger value) => value >= Least && value <= Greatest;

    /// <summary>Null for what is no integer.</summary>
    internal static ConstRange? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => Signed("sbyte", 8),
        SpecialType.System_Byte => Unsigned("byte", 8),
        SpecialType.System_Int16 => Signed("short", 16),
        SpecialType.System_UInt16 => Unsigned("ushort", 16),
        SpecialType.System_Char => Unsigned("char", 16),
        SpecialType.System_Int32 => Signed("int", 32),
        SpecialType.System_UInt32 => Unsigned("uint", 32),
        SpecialType.System_Int64 => Signed("long", 64),
        SpecialType.System_UInt64 => Unsigned("ulong", 64),
        // What is in range on every machine.
        SpecialType.System_IntPtr => Signed("nint", 64),
        SpecialType.System_UIntPtr => Unsigned("nuint", 64),
        _ when type is { ContainingNamespace.Name: "System", Name: "Int128" } => Signed("Int128", 128),
        _ when type is { ContainingNamespace.Name: "System", Name: "UInt128" } => Unsigned("UInt128", 128),
        _ => type is INamedTypeSymbol { EnumUnderlyingType: { } number } ? Of(number) : null,
    };

    /// <summary>Of an integer kind of up to 64 bits.</summary>
    internal static ConstRange Of(MirKind kind) => kind.IsUnsigned ? Unsigned(kind.Keyword, kind.Bits) : Signed(kind.Keyword, kind.Bits);

    private static ConstRange Signed(string name, int bits) => new(name, -(BigInteger.One << (bits - 1)), (BigInteger.One << (bits - 1)) - 1);

    private static ConstRange Unsigned(string name, int bits) => new(name, 0, (BigInteger.One << bits) - 1);
}
