using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Operators over nullable values: null where one of them is.</summary>
internal sealed partial class MethodLowerer
{
    private MirOperand Lifted(IBinaryOperation binary, MirType left, MirType right, MirSpan span)
    {
        if (IsNullTest(binary) is { } tested) return NullTest(binary, tested, span);
        if (!IsNullable(left) || !IsNullable(right) || Operator(binary.OperatorKind) is not { } op) return Unsupported("an operator on nullable values", binary);
        MirOperand[] operands = LowerAll([binary.LeftOperand, binary.RightOperand]);
        MirOperand a = Held(operands[0], left, span), b = Held(operands[1], right, span);
        MirType type = TypeOf(binary.Type!), inner = Inner(left);
        if (inner.Kind == MirKind.Bool && op is MirBinaryOp.And or MirBinaryOp.Or) return ThreeValued(op == MirBinaryOp.And, a, b, type, span);
        bool isEquality = op is MirBinaryOp.Equal or MirBinaryOp.NotEqual;
        MirOperand hasLeft = IsNotNull(a, left, span), hasRight = IsNotNull(b, right, span);
        MirOperand both = Binary(MirBinaryOp.And, MirType.Bool, hasLeft, hasRight, span);
        if (type.Kind != MirKind.Bool) return Present(both, type, () => Convert(Value(), inner, Inner(type), true, span), span);
        return Either(both, type, Value, () => isEquality ? Binary(op, MirType.Bool, hasLeft, hasRight, span) : MirOperand.Bool(false), span);

        MirOperand Value()
        {
            MirOperand[] values = [Valued(a, left, span), Valued(b, right, span)];
            return binary.OperatorMethod is { } method && !IsNumeric(inner) ? Call(method, binary, values, span) : Binary(op, inner, values[0], values[1], span, IsChecked(binary));
        }
    }

    private MirOperand Lifted(IUnaryOperation unary, MirType type, MirSpan span)
    {
        MirType from = TypeOf(unary.Operand.Type);
        if (!IsNullable(from) || !IsNullable(type)) return Unsupported("an operator on nullable values", unary);
        MirOperand operand = Held(Lower(unary.Operand), from, span);
        return Present(IsNotNull(operand, from, span), type, () => Unary(unary, Inner(type), Valued(operand, from, span), span), span);
    }

    private MirOperand Lifted(ICompoundAssignmentOperation compound, MirType type, MirOperand old, MirOperand right, MirSpan span)
    {
        MirType rightType = TypeOf(compound.Value.Type), inner = Inner(type);
        bool isNullable = IsNullable(rightType);
        if (Operator(compound.OperatorKind) is not { } op) return Unsupported(Describe(compound), compound);
        old = Held(old, type, span);
        right = Held(right, rightType, span);
        if (inner.Kind == MirKind.Bool && op is MirBinaryOp.And or MirBinaryOp.Or) return ThreeValued(op == MirBinaryOp.And, old, isNullable ? right : Wrapped(right, type, span), type, span);
        MirOperand present = IsNotNull(old, type, span);
        if (isNullable) present = Binary(MirBinaryOp.And, MirType.Bool, present, IsNotNull(right, rightType, span), span);
        return Present(present, type, Value, span);

        MirOperand Value()
        {
            MirOperand left = Valued(old, type, span), value = isNullable ? Valued(right, rightType, span) : right;
            return compound.OperatorMethod is { } method && !IsNumeric(inner) ? Call(method, compound, [left, value], span) : Operate(compound, inner, isNullable ? Inner(rightType) : rightType, left, value, span);
        }
    }

    /// <summary><c>&amp;</c> and <c>|</c> of truth values, of which null is neither.</summary>
    private MirOperand ThreeValued(bool isAnd, MirOperand a, MirOperand b, MirType type, MirSpan span)
    {
        // What decides alone: false for &, true for |. A null's value is false.
        MirOperand first = Decides(a), second = Decides(b);
        MirOperand decided = Binary(MirBinaryOp.Or, MirType.Bool, first, second, span);
        MirOperand both = Binary(MirBinaryOp.And, MirType.Bool, IsNotNull(a, type, span), IsNotNull(b, type, span), span);
        MirOperand known = Binary(MirBinaryOp.Or, MirType.Bool, decided, both, span);
        return Present(known, type, () => isAnd ? Not(decided, span) : decided, span);

        MirOperand Decides(MirOperand operand)
        {
            MirOperand value = Valued(operand, type, span);
            return isAnd ? Binary(MirBinaryOp.And, MirType.Bool, IsNotNull(operand, type, span), Not(value, span), span) : value;
        }
    }

    private MirOperand Valued(MirOperand operand, MirType nullable, MirSpan span) => Load(MirPlace.Of(operand.Local).Field(LoweringContext.NullableValue), Inner(nullable), span);

    /// <summary>A nullable with a value, computed where the condition holds, and null elsewhere.</summary>
    private MirOperand Present(MirOperand condition, MirType type, Func<MirOperand> value, MirSpan span) =>
        Either(condition, type, () => Wrapped(value(), type, span), () => Default(type, span), span);

    private MirOperand Either(MirOperand condition, MirType type, Func<MirOperand> whenTrue, Func<MirOperand> whenFalse, MirSpan span)
    {
        int some = _body.Block(), none = _body.Block(), after = _body.Block(), result = Result(type);
        _body.Branch(condition, some, none, span);
        _body.Start(some);
        Set(result, type, whenTrue(), span);
        _body.Goto(after, span);
        _body.Start(none);
        Set(result, type, whenFalse(), span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }
}
