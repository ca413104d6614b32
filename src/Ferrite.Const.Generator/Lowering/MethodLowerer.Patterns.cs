using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private readonly Stack<MirOperand> _matched = new();

    /// <summary>Goes to the block if the pattern doesn't match, and on if it does.</summary>
    private void Match(MirOperand value, MirType type, IPatternOperation pattern, int fail)
    {
        EnsureStack();
        MirSpan span = Span(pattern);
        switch (pattern)
        {
            case IDiscardPatternOperation: break;
            case IConstantPatternOperation constant: Require(EqualsConstant(value, type, constant.Value), fail, span); break;
            case IRelationalPatternOperation relational:
                (MirOperand inner, MirType innerType) = Unwrap(value, type, TypeOf(relational.Value.Type!), fail, span);
                Require(Binary(Relation(relational.OperatorKind), innerType, inner, Lower(relational.Value), span), fail, span);
                break;
            case INegatedPatternOperation negated:
                int matched = _body.Block();
                Match(value, type, negated.Pattern, matched);
                _body.EndInto(matched, new MirGoto(fail, span));
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                Match(value, type, and.LeftPattern, fail);
                MirType narrowed = TypeOf(and.LeftPattern.NarrowedType);
                (MirOperand known, MirType knownType) = narrowed == type ? (value, type) : Unwrap(value, type, narrowed, fail, span);
                Match(known, knownType, and.RightPattern, fail);
                break;
            case IBinaryPatternOperation or:
                int right = _body.Block(), after = _body.Block();
                Match(value, type, or.LeftPattern, right);
                _body.EndInto(right, new MirGoto(after, span));
                Match(value, type, or.RightPattern, fail);
                _body.FallInto(after, span);
                break;
            case ITypePatternOperation typed: _ = Unwrap(value, type, TypeOf(typed.MatchedType), fail, span); break;
            case IDeclarationPatternOperation declaration: Declaration(value, type, declaration, fail); break;
            case IRecursivePatternOperation recursive: Recursive(value, type, recursive, fail); break;
            case IListPatternOperation list: List(value, type, list, fail); break;
            default: Unsupported(Describe(pattern), pattern); break;
        }
    }

    private void Require(MirOperand condition, int fail, MirSpan span)
    {
        int next = _body.Block();
        _body.Branch(condition, next, fail, span);
        _body.Start(next);
    }

    /// <summary>The value as another type, or the failing way: the value of a nullable, an object of a derived class.</summary>
    private (MirOperand Value, MirType Type) Unwrap(MirOperand value, MirType type, MirType to, int fail, MirSpan span)
    {
        if (type == to)
        {
            if (type.Kind is MirKind.Class or MirKind.String or MirKind.Array) Require(IsNotNull(value, type, span), fail, span);
            return (value, type);
        }

        if (type.Kind == MirKind.Struct && IsNullable(type))
        {
            Require(Load(MirPlace.Of(value.Local).Field(LoweringContext.HasValue), MirType.Bool, span), fail, span);
            return (Load(MirPlace.Of(value.Local).Field(LoweringContext.NullableValue), Inner(type), span), Inner(type));
        }

        if (to.Kind == MirKind.Class)
        {
            Require(Evaluate(MirType.Bool, new MirIs(value, to.Name), span), fail, span);
            MirOperand cast = MirOperand.Of(_body.Variable(to));
            _body.Assign(MirPlace.Of(cast.Local), new MirUse(value), span);
            return (cast, to);
        }

        return (value, type);
    }

    private void Declaration(MirOperand value, MirType type, IDeclarationPatternOperation pattern, int fail)
    {
        MirSpan span = Span(pattern);
        (MirOperand inner, MirType innerType) = pattern.MatchesNull || pattern.MatchedType is null ? (value, type) : Unwrap(value, type, TypeOf(pattern.MatchedType), fail, span);
        Bind(pattern.DeclaredSymbol, inner, innerType, span);
    }

    private void Bind(ISymbol? symbol, MirOperand value, MirType type, MirSpan span)
    {
        if (symbol is not ILocalSymbol local) return;
        MirType declared = TypeOf(local.Type);
        _locals[local] = _body.Variable(declared.Kind == MirKind.Unknown ? type : declared);
        _body.Assign(MirPlace.Of(_locals[local]), UseOf(value, type), span);
    }

    private void Recursive(MirOperand value, MirType type, IRecursivePatternOperation pattern, int fail)
    {
        MirSpan span = Span(pattern);
        (MirOperand inner, MirType innerType) = Unwrap(value, type, TypeOf(pattern.MatchedType), fail, span);
        inner = Held(inner, innerType, span);
        if (pattern.DeconstructionSubpatterns.Length > 0) MatchParts(inner, innerType, pattern, fail);
        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            _matched.Push(inner);
            MirType memberType = TypeOf(property.Member.Type!);
            MirOperand member = Held(Lower(property.Member), memberType, span);
            _matched.Pop();
            Match(member, memberType, property.Pattern, fail);
        }

        Bind(pattern.DeclaredSymbol, inner, innerType, span);
    }

    private void MatchParts(MirOperand value, MirType type, IRecursivePatternOperation pattern, int fail)
    {
        MirSpan span = Span(pattern);
        List<(MirOperand, MirType)>? parts = Parts(value, type, pattern.DeconstructSymbol as IMethodSymbol, pattern.DeconstructionSubpatterns.Length, pattern, span);
        if (parts is null)
        {
            Unsupported("this deconstruction", pattern);
            return;
        }

        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++) Match(parts[i].Item1, parts[i].Item2, pattern.DeconstructionSubpatterns[i], fail);
    }

    private void List(MirOperand value, MirType type, IListPatternOperation pattern, int fail)
    {
        MirSpan span = Span(pattern);
        if (type.Kind is not (MirKind.Array or MirKind.Span or MirKind.String))
        {
            Unsupported("a list pattern over this type", pattern);
            return;
        }

        if (type.Kind != MirKind.Span) Require(IsNotNull(value, type, span), fail, span);
        MirOperand length = Evaluate(MirType.Int, new MirIntrinsic(LengthOf(type), new EquatableArray<MirOperand>([value])), span);
        int slice = pattern.Patterns.TakeWhile(static item => item is not ISlicePatternOperation).Count(), count = pattern.Patterns.Length;
        bool open = slice < count;
        Require(Binary(open ? MirBinaryOp.GreaterOrEqual : MirBinaryOp.Equal, MirType.Int, length, MirOperand.Int(open ? count - 1 : count), span), fail, span);
        for (int i = 0; i < count; i++)
        {
            if (i == slice)
            {
                if (((ISlicePatternOperation)pattern.Patterns[i]).Pattern is { } inner) Match(Rest(value, type, slice, Binary(MirBinaryOp.Subtract, MirType.Int, length, MirOperand.Int(count - 1), span), span), type, inner, fail);
                continue;
            }

            int index = _body.Variable(MirType.Int);
            MirValue at = i < slice ? new MirUse(MirOperand.Int(i)) : new MirBinary(MirBinaryOp.Subtract, MirType.Int, true, length, MirOperand.Int(count - i));
            _body.Assign(MirPlace.Of(index), at, span);
            MirType element = type.Kind == MirKind.String ? MirType.Char : type.Element!;
            Match(Held(Evaluate(element, ElementOf(type, value, index), span), element, span), element, pattern.Patterns[i], fail);
        }
    }

    /// <summary>What a slice pattern matches: of an array and a string, a copy.</summary>
    private MirOperand Rest(MirOperand value, MirType type, int start, MirOperand length, MirSpan span)
    {
        string function = type.Kind switch { MirKind.String => "System.String.Substring(I32,I32)", MirKind.Array => "array.Range", _ => "span.Slice" };
        return Held(Intrinsic(function, type, span, value, MirOperand.Int(start), length), type, span);
    }

    private static MirBinaryOp Relation(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => MirBinaryOp.Less,
        BinaryOperatorKind.LessThanOrEqual => MirBinaryOp.LessOrEqual,
        BinaryOperatorKind.GreaterThan => MirBinaryOp.Greater,
        _ => MirBinaryOp.GreaterOrEqual,
    };
}
