using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    private void EmitConvert(int result, MirConvert node, MirSpan span)
    {
        MirKind from = node.From.Kind, to = node.To.Kind;
        if (!from.IsScalar || !to.IsScalar || (from.IsFloat && !to.IsFloat))
        {
            Rare(node, result, [Argument(node.Operand, span)], span, isObject: !to.IsScalar);
            return;
        }

        int value = Register(node.Operand, span);
        if (from.IsFloat)
        {
            Add(to == MirKind.F32 ? Op.RoundF32 : Op.Move, result, value, 0, node, span);
        }
        else if (to.IsFloat)
        {
            // 32 bits are rounded once, so not through a double.
            Add(Op.ToFloat, result, value, (from == MirKind.U64 ? 1 : 0) + (to == MirKind.F32 ? 2 : 0), node, span);
        }
        else if (Fits(from, to))
        {
            Add(Op.Move, result, value, 0, node, span);
        }
        else
        {
            Narrow(result, value, to, node.Checked, node, span, from == MirKind.U64);
        }
    }

    private static bool Fits(MirKind from, MirKind to)
    {
        if (from == to || from == MirKind.Bool) return true;
        if (from.IsUnsigned) return to.Bits > from.Bits || (to.IsUnsigned && to.Bits == from.Bits);
        return !to.IsUnsigned && to.Bits >= from.Bits;
    }

    private void Narrow(int result, int value, MirKind to, bool isChecked, object node, MirSpan span, bool fromU64 = false)
    {
        if (isChecked)
        {
            Add(Op.Check, result, value, (int)to | (fromU64 ? 0x100 : 0), node, span);
            return;
        }

        Op op = to switch
        {
            MirKind.I8 => Op.WrapI8,
            MirKind.U8 => Op.WrapU8,
            MirKind.I16 => Op.WrapI16,
            MirKind.U16 or MirKind.Char => Op.WrapU16,
            MirKind.I32 => Op.WrapI32,
            MirKind.U32 => Op.WrapU32,
            _ => Op.Move,
        };
        Add(op, result, value, 0, node, span);
    }
}
