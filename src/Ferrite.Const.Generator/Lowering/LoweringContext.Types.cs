using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class LoweringContext
{
    private static readonly SymbolDisplayFormat NameFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>More than anybody writes.</summary>
    private const int MostInstances = 256;

    private readonly Dictionary<ITypeSymbol, MirType> _types = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _instances = new(SymbolEqualityComparer.Default);

    /// <summary>False for a generic type or method that has many type arguments already: one may use itself with ever other ones.</summary>
    public bool MayInstantiate(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol { IsGenericMethod: true } or { ContainingType.IsGenericType: true } or INamedTypeSymbol { IsGenericType: true })) return true;
        if (!_instances.TryGetValue(symbol.OriginalDefinition, out HashSet<ISymbol>? instances)) _instances.Add(symbol.OriginalDefinition, instances = new(SymbolEqualityComparer.Default));
        return instances.Contains(symbol) || (instances.Count < MostInstances && instances.Add(symbol));
    }

    public MirType TypeOf(ITypeSymbol type)
    {
        if (!_types.TryGetValue(type, out MirType? known)) _types[type] = known = Map(type);
        return known;
    }

    private MirType Map(ITypeSymbol type)
    {
        Touch(type as INamedTypeSymbol);
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }) return TypeOf(underlying) with { Name = type.ToDisplayString(NameFormat) };
        MirKind simple = Simple(type);
        if (simple != MirKind.Unknown) return new MirType(simple, type.ToDisplayString(NameFormat));
        if (type is IArrayTypeSymbol { Rank: 1 } array) return MirType.ArrayOf(TypeOf(array.ElementType));
        if (type is not INamedTypeSymbol named) return MirType.Unknown;
        if (IsSpan(named)) return new MirType(MirKind.Span, type.ToDisplayString(NameFormat), TypeOf(named.TypeArguments[0]));
        bool isNullable = named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (!isNullable && !named.IsTupleType && !IsModelled(named)) return MirType.Unknown;
        if (named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol)) return MirType.Unknown;
        string name = named.IsTupleType ? TupleName(named) : type.ToDisplayString(NameFormat);
        if (!isNullable && !named.IsTupleType && !MayInstantiate(named)) return MirType.Unknown;
        Define(name, named);
        return new MirType(type.IsValueType ? MirKind.Struct : MirKind.Class, name);
    }

    /// <summary>A tuple by its elements alone, whatever their names.</summary>
    private string TupleName(INamedTypeSymbol tuple) => "(" + string.Join(", ", tuple.TupleElements.Select(element => TypeOf(element.Type).Name)) + ")";

    private static bool IsModelled(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.DeclaringSyntaxReferences.Length == 0) return false;

        // Whose fields lie over one another, or are more than the source says.
        return !type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "InlineArrayAttribute"
            || (attribute.AttributeClass?.Name is "StructLayoutAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value is 2 or (short)2));
    }

    public static bool IsSpan(ITypeSymbol type) => type is INamedTypeSymbol
    {
        Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };

    private static MirKind Simple(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Void: return MirKind.Void;
            case SpecialType.System_Boolean: return MirKind.Bool;
            case SpecialType.System_Char: return MirKind.Char;
            case SpecialType.System_SByte: return MirKind.I8;
            case SpecialType.System_Byte: return MirKind.U8;
            case SpecialType.System_Int16: return MirKind.I16;
            case SpecialType.System_UInt16: return MirKind.U16;
            case SpecialType.System_Int32: return MirKind.I32;
            case SpecialType.System_UInt32: return MirKind.U32;
            case SpecialType.System_Int64 or SpecialType.System_IntPtr: return MirKind.I64;
            case SpecialType.System_UInt64 or SpecialType.System_UIntPtr: return MirKind.U64;
            case SpecialType.System_Single: return MirKind.F32;
            case SpecialType.System_Double: return MirKind.F64;
            case SpecialType.System_Decimal: return MirKind.Decimal;
            case SpecialType.System_String: return MirKind.String;
        }

        if (type is not INamedTypeSymbol { Name: "Int128" or "UInt128", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }) return MirKind.Unknown;
        return type.Name[0] == 'I' ? MirKind.I128 : MirKind.U128;
    }
}
