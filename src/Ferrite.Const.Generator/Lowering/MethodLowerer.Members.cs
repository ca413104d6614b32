using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Field(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (!field.IsStatic) return Load(PlaceOf(reference), TypeOf(reference.Type!), Span(reference));
        if (field.IsConst && field.DeclaringSyntaxReferences.Length > 0) return ConstantField(reference, field);
        if (string.Equals(field.Name, "Empty", StringComparison.Ordinal) && field.ContainingType.SpecialType == SpecialType.System_String) return MirOperand.Of(Constants.Of(MirType.String, ""));
        return Unsupported(Describe(reference), reference);
    }

    private MirOperand Property(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        MirSpan span = Span(reference);
        MirType type = TypeOf(reference.Type!);
        if (property.IsStatic) return StaticProperty(reference, property, type, span);
        IOperation instance = reference.Instance!;
        MirType owner = TypeOf(instance.Type!);
        switch (owner.Kind, property.Name)
        {
            case (MirKind.String or MirKind.Array or MirKind.Span, "Length"):
                return Intrinsic(LengthOf(owner), type, span, Lower(instance));
            case (MirKind.String, "Chars" or "this[]"):
                return Intrinsic("string.get_Chars", type, span, LowerAll([instance, reference.Arguments[0].Value]));
            case (MirKind.Span, "IsEmpty"):
                return Intrinsic("System.Span.get_IsEmpty()", type, span, Lower(instance));
            case (MirKind.Struct, "HasValue") when IsNullable(owner):
                return Load(PlaceOf(instance).Field(LoweringContext.HasValue), type, span);
            case (MirKind.Struct, "Value") when IsNullable(owner):
                return Unwrapped(Held(Lower(instance), owner, span), owner, span);
        }

        if (property.IsIndexer && owner.Kind == MirKind.Span) return Load(PlaceOf(reference), type, span);
        if (property.ReturnsByRef || property.ReturnsByRefReadonly) return Load(PlaceOf(reference), type, span);
        if (!property.IsIndexer && owner.Kind is MirKind.Struct or MirKind.Class && LoweringContext.AutomaticField(property) is not null && !IsOverridable(property)) return Load(PlaceOf(reference), type, span);
        return property.GetMethod is null ? Unsupported(Describe(reference), reference) : Getter(reference);
    }

    private MirOperand Unwrapped(MirOperand nullable, MirType type, MirSpan span)
    {
        int next = _body.Block();
        MirOperand has = Load(MirPlace.Of(nullable.Local).Field(LoweringContext.HasValue), MirType.Bool, span);
        _body.EndInto(next, new MirAssert(has, MirFault.Thrown, "InvalidOperationException is thrown: a nullable without a value is read", next, span));
        return Load(MirPlace.Of(nullable.Local).Field(LoweringContext.NullableValue), Inner(type), span);
    }

    private MirOperand StaticProperty(IPropertyReferenceOperation reference, IPropertySymbol property, MirType type, MirSpan span)
    {
        if (_context.ComputedBy(property) is { } method)
        {
            // A generated member is what its method returns, whatever order they are computed in.
            _calls.Add(method);
            MirType returns = _context.ReturnTypeOf(method);
            MirOperand computed = EndCall(method, [], returns, span);
            return returns == type ? computed : ToSpan(computed, returns, type, span);
        }

        if ((ConstTypeValue(reference, type) ?? NumberMember(reference, type)) is { } constant) return constant;
        if (OfConstrained(property, reference) is IPropertySymbol { GetMethod.DeclaringSyntaxReferences.Length: > 0 } implementation) return Call(implementation.GetMethod, reference, [], span);
        if (type.Kind.IsWide && property.ContainingType.Name is "Int128" or "UInt128")
        {
            (System.Numerics.BigInteger least, System.Numerics.BigInteger most) = Evaluation.Wide.Range(type.Kind);
            object? value = property.Name switch { "MaxValue" => most, "MinValue" => least, "Zero" => System.Numerics.BigInteger.Zero, "One" => System.Numerics.BigInteger.One, _ => null };
            if (value is not null) return MirOperand.Of(new MirConstant(type.Kind, 0, value));
        }

        if (property.ContainingType.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr && property.Name is "MaxValue" or "MinValue")
        {
            bool isMost = property.Name is "MaxValue", isSigned = type.Kind == MirKind.I64;
            return MirOperand.Of(new MirConstant(type.Kind, isMost ? (isSigned ? long.MaxValue : -1) : isSigned ? long.MinValue : 0, null));
        }

        if (type.Kind == MirKind.Span && property.Name is "Empty" && LoweringContext.IsSpan(property.ContainingType)) return Default(type, span);
        return Unsupported(Describe(reference), reference);
    }

    private MirOperand Element(IArrayElementReferenceOperation element)
    {
        MirSpan span = Span(element);
        if (element.Indices.Length != 1) return Unsupported("an array of several dimensions", element);
        if (!IsRange(element.Indices[0])) return Load(PlaceOf(element), TypeOf(element.Type!), span);
        MirOperand array = Held(Lower(element.ArrayReference), TypeOf(element.ArrayReference.Type!), span);
        return Slice("array.Range", array, _body.TypeOf(array.Local), element.Indices[0], span);
    }

    private MirOperand ImplicitIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        MirSpan span = Span(indexer);
        MirType owner = TypeOf(indexer.Instance.Type!);
        if (owner.Kind == MirKind.Span && !IsRange(indexer.Argument)) return Load(PlaceOf(indexer), TypeOf(indexer.Type!), span);
        if (owner.Kind is not (MirKind.Span or MirKind.String)) return Unsupported(Describe(indexer), indexer);
        MirOperand items = Held(Lower(indexer.Instance), owner, span);
        if (IsRange(indexer.Argument)) return Slice(owner.Kind == MirKind.String ? "System.String.Substring(I32,I32)" : "span.Slice", items, owner, indexer.Argument, span);
        return Intrinsic("string.get_Chars", MirType.Char, span, items, Index(indexer.Argument, items, owner));
    }

    private MirOperand Slice(string function, MirOperand items, MirType type, IOperation argument, MirSpan span)
    {
        if (argument is not IRangeOperation range) return Unsupported("a range that isn't written out", argument);
        MirOperand start = range.LeftOperand is { } left ? Held(Index(left, items, type), MirType.Int, span) : MirOperand.Int(0);
        MirOperand end = range.RightOperand is { } right ? Index(right, items, type) : Intrinsic(LengthOf(type), MirType.Int, span, items);
        return Intrinsic(function, type, span, items, start, Binary(MirBinaryOp.Subtract, MirType.Int, end, start, span));
    }
}
