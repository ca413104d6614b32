using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Unary(IUnaryOperation unary)
    {
        MirSpan span = Span(unary);
        MirType type = TypeOf(unary.Type!);
        if (unary.IsLifted) return Lifted(unary, type, span);
        return Unary(unary, type, Lower(unary.Operand), span);
    }

    private MirOperand Unary(IUnaryOperation unary, MirType type, MirOperand operand, MirSpan span)
    {
        switch (unary.OperatorKind)
        {
            case var _ when unary.OperatorMethod is { } method && !IsNumeric(type): return Call(method, unary, [operand], span);
            case UnaryOperatorKind.Plus: return operand;
            case UnaryOperatorKind.Minus when type.Kind.IsUnsigned: return Binary(MirBinaryOp.Subtract, type, Number(type, 0), operand, span, IsChecked(unary));
            case UnaryOperatorKind.Minus: return Evaluate(type, new MirUnary(MirUnaryOp.Negate, type, IsChecked(unary), operand), span);
            case UnaryOperatorKind.BitwiseNegation: return Evaluate(type, new MirUnary(MirUnaryOp.Complement, type, true, operand), span);
            case UnaryOperatorKind.Not when type.Kind == MirKind.Bool: return Not(operand, span);
            default: return Unsupported(Describe(unary), unary);
        }
    }

    private MirOperand Binary(IBinaryOperation binary)
    {
        MirSpan span = Span(binary);
        MirType type = TypeOf(binary.Type!);
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return type.Kind == MirKind.Bool ? ConditionValue(binary) : Unsupported(Describe(binary), binary);
        }

        if (type.Kind == MirKind.String && binary.OperatorKind == BinaryOperatorKind.Add) return Concatenation(binary);
        MirType left = TypeOf(binary.LeftOperand.Type!), right = TypeOf(binary.RightOperand.Type!);
        if (binary.IsLifted) return Lifted(binary, left, right, span);
        if (IsNullTest(binary) is { } tested) return NullTest(binary, tested, span);
        MirOperand[] operands = LowerAll([binary.LeftOperand, binary.RightOperand]);
        return Operation(binary, type, left, right, operands, span);
    }

    private MirOperand Operation(IBinaryOperation binary, MirType type, MirType left, MirType right, MirOperand[] operands, MirSpan span)
    {
        bool isEquality = binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (Operator(binary.OperatorKind) is not { } op) return Unsupported(Describe(binary), binary);
        if (binary.ConstrainedToType is not null && left.Kind is MirKind.I8 or MirKind.U8 or MirKind.I16 or MirKind.U16 && op is MirBinaryOp.ShiftLeft or MirBinaryOp.ShiftRight or MirBinaryOp.ShiftRightUnsigned) return Unsupported("a shift of numbers shorter than 32 bits through a type parameter", binary);
        bool isWide = left.Kind.IsWide || right.Kind.IsWide || left.Kind == MirKind.Decimal || right.Kind == MirKind.Decimal;
        if (isWide || (IsNumeric(left) && IsNumeric(right)) || left.Kind == MirKind.Bool) return Binary(op, left, operands[0], operands[1], span, IsChecked(binary));
        if (isEquality && left.Kind == MirKind.String) return Binary(op, left, operands[0], operands[1], span);
        if (binary.OperatorMethod is { } method)
        {
            if (!isEquality || !method.IsImplicitlyDeclared) return Call(method, binary, operands, span);
            MirOperand same = Intrinsic("equals", MirType.Bool, span, operands[0], operands[1]);
            return op == MirBinaryOp.Equal ? same : Not(same, span);
        }

        if (isEquality && left.Kind is MirKind.Class or MirKind.Array) return Binary(op, left with { Kind = MirKind.Class }, operands[0], operands[1], span);
        return Unsupported(Describe(binary), binary);
    }

    private static IOperation? IsNullTest(IBinaryOperation binary)
    {
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)) return null;
        if (IsNull(binary.RightOperand)) return binary.LeftOperand;
        return IsNull(binary.LeftOperand) ? binary.RightOperand : null;
    }

    private static bool IsNull(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } };
    }

    private MirOperand NullTest(IBinaryOperation binary, IOperation tested, MirSpan span)
    {
        while (tested is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion) tested = conversion.Operand;
        MirType type = TypeOf(tested.Type!);
        MirOperand present = IsNotNull(Local(Lower(tested), type, span), type, span);
        return binary.OperatorKind == BinaryOperatorKind.Equals ? Not(present, span) : present;
    }

    private static bool IsNumeric(MirType type) => type.Kind.IsInteger || type.Kind.IsFloat || type.Kind == MirKind.Decimal;

    /// <summary>The type that C# computes at.</summary>
    private static MirType Promoted(MirType left, MirType right)
    {
        MirKind a = left.Kind, b = right.Kind;
        if (a == MirKind.Bool) return left;
        if (a is MirKind.Decimal or MirKind.U128 or MirKind.I128 || a.IsFloat)
        {
            return b == MirKind.F64 ? right : left;
        }

        if (b is MirKind.Decimal or MirKind.U128 or MirKind.I128 || b.IsFloat) return right;
        MirKind kind;
        if (a == MirKind.U64 || b == MirKind.U64) kind = MirKind.U64;
        else if (a == MirKind.I64 || b == MirKind.I64) kind = MirKind.I64;
        else if (a == MirKind.U32 || b == MirKind.U32) kind = (a == MirKind.U32 ? b : a) is MirKind.U32 or MirKind.Char or MirKind.U8 or MirKind.U16 ? MirKind.U32 : MirKind.I64;
        else kind = MirKind.I32;
        return kind == a ? left : kind == b ? right : new MirType(kind, kind.Keyword);
    }

    private static MirBinaryOp? Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => MirBinaryOp.Add,
        BinaryOperatorKind.Subtract => MirBinaryOp.Subtract,
        BinaryOperatorKind.Multiply => MirBinaryOp.Multiply,
        BinaryOperatorKind.Divide => MirBinaryOp.Divide,
        BinaryOperatorKind.Remainder => MirBinaryOp.Remainder,
        BinaryOperatorKind.And => MirBinaryOp.And,
        BinaryOperatorKind.Or => MirBinaryOp.Or,
        BinaryOperatorKind.ExclusiveOr => MirBinaryOp.Xor,
        BinaryOperatorKind.LeftShift => MirBinaryOp.ShiftLeft,
        BinaryOperatorKind.RightShift => MirBinaryOp.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => MirBinaryOp.ShiftRightUnsigned,
        BinaryOperatorKind.Equals => MirBinaryOp.Equal,
        BinaryOperatorKind.NotEquals => MirBinaryOp.NotEqual,
        BinaryOperatorKind.LessThan => MirBinaryOp.Less,
        BinaryOperatorKind.LessThanOrEqual => MirBinaryOp.LessOrEqual,
        BinaryOperatorKind.GreaterThan => MirBinaryOp.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => MirBinaryOp.GreaterOrEqual,
        _ => null,
    };
}
