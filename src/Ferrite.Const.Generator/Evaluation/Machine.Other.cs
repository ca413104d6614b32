using System.Runtime.CompilerServices;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    private long Recheck(long budget, int pc)
    {
        _pc = pc;
        return Checkpoint(budget);
    }

    /// <summary>The instructions that hot loops hold fewer of. Where to go on is left in <see cref="_pc"/>.</summary>
    [MethodImpl((MethodImplOptions)512)]
    private long Other(Code code, int pc, long budget, Span<long> r, Span<object?> o)
    {
        ref readonly Instruction i = ref code.Instructions[pc - 1];
        _pc = pc;
        switch (i.Op)
        {
            case Op.MulU32: r[i.A] = (ulong)r[i.B] * (ulong)r[i.C] is var product and <= uint.MaxValue ? (long)product : throw Overflow(code, pc); break;
            case Op.AddU64: r[i.A] = r[i.B] + r[i.C] is var sum && (ulong)sum >= (ulong)r[i.B] ? sum : throw Overflow(code, pc); break;
            case Op.SubU64: r[i.A] = (ulong)r[i.C] <= (ulong)r[i.B] ? r[i.B] - r[i.C] : throw Overflow(code, pc); break;
            case Op.MulI64: r[i.A] = Multiply(r[i.B], r[i.C], out long signed) ? signed : throw Overflow(code, pc); break;
            case Op.MulU64: r[i.A] = Multiply((ulong)r[i.B], (ulong)r[i.C], out ulong unsigned) ? (long)unsigned : throw Overflow(code, pc); break;
            case Op.DivI32 or Op.DivI64 or Op.RemI32 or Op.RemI64: r[i.A] = Divide(code, pc, i.Op, r[i.B], r[i.C]); break;
            case Op.DivU64: r[i.A] = r[i.C] != 0 ? (long)((ulong)r[i.B] / (ulong)r[i.C]) : throw ByZero(code, pc); break;
            case Op.RemU64: r[i.A] = r[i.C] != 0 ? (long)((ulong)r[i.B] % (ulong)r[i.C]) : throw ByZero(code, pc); break;
            case Op.Not: r[i.A] = ~r[i.B]; break;
            case Op.NotU32: r[i.A] = ~(uint)r[i.B]; break;
            case Op.NotBool: r[i.A] = r[i.B] ^ 1; break;
            case Op.LtU: r[i.A] = (ulong)r[i.B] < (ulong)r[i.C] ? 1 : 0; break;
            case Op.LeU: r[i.A] = (ulong)r[i.B] <= (ulong)r[i.C] ? 1 : 0; break;
            case Op.AddF: r[i.A] = Bits(Double(r[i.B]) + Double(r[i.C])); break;
            case Op.SubF: r[i.A] = Bits(Double(r[i.B]) - Double(r[i.C])); break;
            case Op.MulF: r[i.A] = Bits(Double(r[i.B]) * Double(r[i.C])); break;
            case Op.DivF: r[i.A] = Bits(Double(r[i.B]) / Double(r[i.C])); break;
            case Op.EqF: r[i.A] = Double(r[i.B]) == Double(r[i.C]) ? 1 : 0; break;
            case Op.LtF: r[i.A] = Double(r[i.B]) < Double(r[i.C]) ? 1 : 0; break;
            case Op.LeF: r[i.A] = Double(r[i.B]) <= Double(r[i.C]) ? 1 : 0; break;
            case Op.RoundF32: r[i.A] = Bits((float)Double(r[i.B])); break;
            case Op.ToFloat: r[i.A] = Bits(Conversions.ToFloat(r[i.B], (i.C & 1) != 0, (i.C & 2) != 0)); break;
            case Op.WrapI8: r[i.A] = (sbyte)r[i.B]; break;
            case Op.WrapU8: r[i.A] = (byte)r[i.B]; break;
            case Op.WrapI16: r[i.A] = (short)r[i.B]; break;
            case Op.WrapU16: r[i.A] = (ushort)r[i.B]; break;
            case Op.WrapI32: r[i.A] = (int)r[i.B]; break;
            case Op.WrapU32: r[i.A] = (uint)r[i.B]; break;
            case Op.Check: r[i.A] = Conversions.Fits(r[i.B], (MirKind)(i.C & 0xff), i.C > 0xff) ? r[i.B] : throw Overflow(code, pc); break;
            case Op.JumpLtU or Op.JumpLeU:
                if ((budget -= i.Cost) < 0) budget = Checkpoint(budget);
                if (i.Op == Op.JumpLtU ? (ulong)r[i.B] < (ulong)r[i.C] : (ulong)r[i.B] <= (ulong)r[i.C]) _pc = i.A;
                break;
            case Op.Switch:
                if ((budget -= i.Cost) < 0) budget = Checkpoint(budget);
                _pc = code.Tables[i.C].TryGetValue(r[i.B], out int target) ? target : i.A;
                break;
            case Op.Rare:
                RareSite site = code.RareSites[i.B];
                if ((budget -= site.Cost) < 0) budget = Checkpoint(budget);
                Value value = Rare(code, pc, site, r, o, out bool isObject);
                if (i.A < 0) break;
                if (isObject) o[i.A] = value.Object;
                else r[i.A] = value.Bits;
                break;
            default: Memory(in i, pc, r, o); break;
        }

        return budget;
    }

    private void Memory(in Instruction i, int pc, Span<long> r, Span<object?> o)
    {
        switch (i.Op)
        {
            case Op.LoadElementO: o[i.A] = Item(o[i.B], r[i.C], pc); break;
            case Op.StoreElementO: Item(o[i.B], r[i.C], pc) = o[i.A]; break;
            case Op.LoadSpan: r[i.A] = ((SpanValue)o[i.B]!).Ints![At(o[i.B], r[i.C], pc)]; break;
            case Op.StoreSpan: ((SpanValue)o[i.B]!).Ints![At(o[i.B], r[i.C], pc)] = r[i.A]; break;
            case Op.LoadSpanO: o[i.A] = ((SpanValue)o[i.B]!).Objects![At(o[i.B], r[i.C], pc)]; break;
            case Op.StoreSpanO: ((SpanValue)o[i.B]!).Objects![At(o[i.B], r[i.C], pc)] = o[i.A]; break;
            case Op.LoadRefO: o[i.A] = o[i.B] is RefValue from ? from.Objects![from.Index] : throw Null(pc); break;
            case Op.StoreRefO:
                RefValue to = (RefValue)o[i.B]!;
                to.Objects![to.Index] = o[i.A];
                break;
            case Op.Clone: o[i.A] = Copy(o[i.B] as Aggregate ?? throw Null(pc)); break;
            case Op.CopyInto:
                Aggregate source = o[i.B] as Aggregate ?? throw Null(pc);
                CountCopy(source.Layout);
                (o[i.A] as Aggregate ?? throw Null(pc)).CopyFrom(source);
                break;
            case Op.StringLength: r[i.A] = (o[i.B] as string ?? throw Null(pc)).Length; break;
            case Op.StringChar:
                string text = o[i.B] as string ?? throw Null(pc);
                r[i.A] = (ulong)r[i.C] < (ulong)text.Length ? text[(int)r[i.C]] : throw OutOfRange(text, r[i.C], pc);
                break;
            case Op.SpanLength: r[i.A] = ((SpanValue)o[i.B]!).Length; break;
            default: throw new InvalidOperationException(i.Op.ToString());
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static double Double(long bits) => BitConverter.Int64BitsToDouble(bits);

    private ref object? Item(object? container, long index, int pc)
    {
        ArrayValue array = container as ArrayValue ?? throw Null(pc);
        if ((ulong)index >= (ulong)array.Length) throw OutOfRange(array, index, pc);
        return ref array.Objects![index];
    }

    private int At(object? container, long index, int pc)
    {
        var span = (SpanValue)container!;
        if ((ulong)index >= (ulong)span.Length) throw OutOfRange(span, index, pc);
        return span.Offset + (int)index;
    }

    private static bool Multiply(long a, long b, out long product)
    {
        product = unchecked(a * b);
        if ((int)a == a && (int)b == b) return true;
        return a == 0 || (!(a == -1 && b == long.MinValue) && product / a == b);
    }

    private static bool Multiply(ulong a, ulong b, out ulong product)
    {
        product = unchecked(a * b);
        return (a | b) >> 32 == 0 || a == 0 || product / a == b;
    }

    private long Divide(Code code, int pc, Op op, long a, long b)
    {
        if (b == 0) throw ByZero(code, pc);
        if (b == -1 && a == (op is Op.DivI32 or Op.RemI32 ? int.MinValue : long.MinValue)) throw Overflow(code, pc);
        return op is Op.DivI32 or Op.DivI64 ? a / b : a % b;
    }
}
