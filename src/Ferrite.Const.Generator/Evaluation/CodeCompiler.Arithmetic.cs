using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    private void EmitBinary(int result, MirBinary node, MirSpan span)
    {
        MirKind kind = node.Type.Kind;
        if (kind is < MirKind.Bool or > MirKind.F64 || (kind == MirKind.F32 && node.Op == MirBinaryOp.Remainder) || (kind == MirKind.F64 && node.Op == MirBinaryOp.Remainder))
        {
            bool isObject = node.Op < MirBinaryOp.Equal && !kind.IsScalar;
            Rare(node, result, [Argument(node.Left, span), Argument(node.Right, span)], span, isObject);
            return;
        }

        int left = Register(node.Left, span), right = Register(node.Right, span);
        if (kind.IsFloat)
        {
            EmitFloat(result, node, left, right, span);
            return;
        }

        bool small = kind.Bits < 32 && kind != MirKind.Bool;
        if (node.Op >= MirBinaryOp.Equal)
        {
            EmitComparison(result, node, left, right, span);
            return;
        }

        Add(IntegerOp(node.Op, small ? MirKind.I32 : kind, node.Checked), result, left, right, node, span);
        if (small && node.Op is not (MirBinaryOp.And or MirBinaryOp.Or or MirBinaryOp.Xor)) Narrow(result, result, kind, node.Checked, node, span);
    }

    private static Op IntegerOp(MirBinaryOp op, MirKind kind, bool isChecked)
    {
        bool unsigned = kind.IsUnsigned, wide = kind.Bits == 64;
        int variant = isChecked ? (wide ? 2 : 0) + (unsigned ? 1 : 0) : 4 + (wide ? 2 : unsigned ? 1 : 0);
        return op switch
        {
            MirBinaryOp.Add => Op.AddI32 + variant,
            MirBinaryOp.Subtract => Op.SubI32 + variant,
            MirBinaryOp.Multiply => Op.MulI32 + variant,
            MirBinaryOp.Divide => kind == MirKind.U64 ? Op.DivU64 : kind == MirKind.I32 ? Op.DivI32 : Op.DivI64,
            MirBinaryOp.Remainder => kind == MirKind.U64 ? Op.RemU64 : kind == MirKind.I32 ? Op.RemI32 : Op.RemI64,
            MirBinaryOp.And => Op.And,
            MirBinaryOp.Or => Op.Or,
            MirBinaryOp.Xor => Op.Xor,
            MirBinaryOp.ShiftLeft => wide ? Op.Shl64 : unsigned ? Op.ShlU32 : Op.Shl32,
            MirBinaryOp.ShiftRight => kind == MirKind.U64 ? Op.ShrU64 : wide ? Op.Shr64 : Op.Shr32,
            _ => wide ? Op.ShrU64 : unsigned ? Op.Shr32 : Op.ShrU32,
        };
    }

    private void EmitComparison(int result, MirBinary node, int left, int right, MirSpan span)
    {
        bool unsigned = node.Type.Kind == MirKind.U64;
        (Op op, bool swap) = node.Op switch
        {
            MirBinaryOp.Equal => (Op.Eq, false),
            MirBinaryOp.NotEqual => (Op.Ne, false),
            MirBinaryOp.Less => (unsigned ? Op.LtU : Op.Lt, false),
            MirBinaryOp.LessOrEqual => (unsigned ? Op.LeU : Op.Le, false),
            MirBinaryOp.Greater => (unsigned ? Op.LtU : Op.Lt, true),
            _ => (unsigned ? Op.LeU : Op.Le, true),
        };
        Add(op, result, swap ? right : left, swap ? left : right, node, span);
    }

    private void EmitFloat(int result, MirBinary node, int left, int right, MirSpan span)
    {
        (Op op, bool swap) = node.Op switch
        {
            MirBinaryOp.Add => (Op.AddF, false),
            MirBinaryOp.Subtract => (Op.SubF, false),
            MirBinaryOp.Multiply => (Op.MulF, false),
            MirBinaryOp.Divide => (Op.DivF, false),
            MirBinaryOp.Equal or MirBinaryOp.NotEqual => (Op.EqF, false),
            MirBinaryOp.Less => (Op.LtF, false),
            MirBinaryOp.LessOrEqual => (Op.LeF, false),
            MirBinaryOp.Greater => (Op.LtF, true),
            _ => (Op.LeF, true),
        };
        Add(op, result, swap ? right : left, swap ? left : right, node, span);
        if (node.Op == MirBinaryOp.NotEqual) Add(Op.NotBool, result, result, 0, node, span);
        if (node.Type.Kind == MirKind.F32 && node.Op < MirBinaryOp.Equal) Add(Op.RoundF32, result, result, 0, node, span);
    }

    private void EmitUnary(int result, MirUnary node, MirSpan span)
    {
        MirKind kind = node.Type.Kind;
        bool isInteger = kind is >= MirKind.Char and <= MirKind.U64;
        if (node.Op == MirUnaryOp.Not)
        {
            Add(Op.NotBool, result, Register(node.Operand, span), 0, node, span);
        }
        else if (isInteger && node.Op == MirUnaryOp.Complement)
        {
            Add(kind == MirKind.U32 ? Op.NotU32 : Op.Not, result, Register(node.Operand, span), 0, node, span);
            if (kind.Bits < 32) Narrow(result, result, kind, isChecked: false, node, span);
        }
        else if (isInteger)
        {
            int zero = ConstantRegister(new MirConstant(kind, 0, null));
            Add(IntegerOp(MirBinaryOp.Subtract, kind, node.Checked), result, zero, Register(node.Operand, span), node, span);
        }
        else
        {
            Rare(node, result, [Argument(node.Operand, span)], span, isObject: !kind.IsScalar);
        }
    }
}
