using System.Runtime.CompilerServices;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    /// <summary>The loop. Allocates nothing; what does is an instruction that says so, in <see cref="Rare"/>.</summary>
    [MethodImpl((MethodImplOptions)512 /* AggressiveOptimization, which netstandard2.0 doesn't name */)]
    private Value Run()
    {
        Frame frame = _frames[_depth - 1];
        Code code = frame.Code;
        Instruction[] instructions = code.Instructions;
        Span<long> r = _ints.AsSpan(frame.IntBase, code.IntRegisters);
        Span<object?> o = _objects.AsSpan(frame.ObjectBase, code.ObjectRegisters);
        long budget = Checkpoint(0);
        int pc = 0;
        Value result = default;
        while (true)
        {
            ref readonly Instruction i = ref instructions[pc++];
            switch (i.Op)
            {
                case Op.Move: r[i.A] = r[i.B]; break;
                case Op.MoveO: o[i.A] = o[i.B]; break;
                case Op.AddI32:
                    {
                        long v = r[i.B] + r[i.C];
                        if (v != (int)v) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.SubI32:
                    {
                        long v = r[i.B] - r[i.C];
                        if (v != (int)v) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.MulI32:
                    {
                        long v = r[i.B] * r[i.C];
                        if (v != (int)v) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.AddU32:
                    {
                        long v = r[i.B] + r[i.C];
                        if (v != (uint)v) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.SubU32:
                    {
                        long v = r[i.B] - r[i.C];
                        if (v != (uint)v) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.AddI64:
                    {
                        long a = r[i.B], b = r[i.C], v = a + b;
                        if (((a ^ v) & (b ^ v)) < 0) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.SubI64:
                    {
                        long a = r[i.B], b = r[i.C], v = a - b;
                        if (((a ^ b) & (a ^ v)) < 0) throw Overflow(code, pc);
                        r[i.A] = v;
                        break;
                    }
                case Op.AddW32: r[i.A] = (int)(r[i.B] + r[i.C]); break;
                case Op.AddWU32: r[i.A] = (uint)(r[i.B] + r[i.C]); break;
                case Op.AddW64: r[i.A] = r[i.B] + r[i.C]; break;
                case Op.SubW32: r[i.A] = (int)(r[i.B] - r[i.C]); break;
                case Op.SubWU32: r[i.A] = (uint)(r[i.B] - r[i.C]); break;
                case Op.SubW64: r[i.A] = r[i.B] - r[i.C]; break;
                case Op.MulW32: r[i.A] = (int)(r[i.B] * r[i.C]); break;
                case Op.MulWU32: r[i.A] = (uint)(r[i.B] * r[i.C]); break;
                case Op.MulW64: r[i.A] = r[i.B] * r[i.C]; break;
                case Op.And: r[i.A] = r[i.B] & r[i.C]; break;
                case Op.Or: r[i.A] = r[i.B] | r[i.C]; break;
                case Op.Xor: r[i.A] = r[i.B] ^ r[i.C]; break;
                case Op.Shl32: r[i.A] = (int)r[i.B] << (int)r[i.C]; break;
                case Op.ShlU32: r[i.A] = (uint)r[i.B] << (int)r[i.C]; break;
                case Op.Shl64: r[i.A] = r[i.B] << (int)r[i.C]; break;
                case Op.Shr32: r[i.A] = r[i.B] >> ((int)r[i.C] & 31); break;
                case Op.Shr64: r[i.A] = r[i.B] >> (int)r[i.C]; break;
                case Op.ShrU64: r[i.A] = (long)((ulong)r[i.B] >> (int)r[i.C]); break;
                case Op.ShrU32: r[i.A] = (int)((uint)r[i.B] >> (int)r[i.C]); break;
                case Op.Eq: r[i.A] = r[i.B] == r[i.C] ? 1 : 0; break;
                case Op.Ne: r[i.A] = r[i.B] != r[i.C] ? 1 : 0; break;
                case Op.Lt: r[i.A] = r[i.B] < r[i.C] ? 1 : 0; break;
                case Op.Le: r[i.A] = r[i.B] <= r[i.C] ? 1 : 0; break;
                case Op.Jump:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    pc = i.A;
                    break;
                case Op.JumpIf:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (r[i.B] != 0) pc = i.A;
                    break;
                case Op.JumpUnless:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (r[i.B] == 0) pc = i.A;
                    break;
                case Op.JumpEq:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (r[i.B] == r[i.C]) pc = i.A;
                    break;
                case Op.JumpNe:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (r[i.B] != r[i.C]) pc = i.A;
                    break;
                case Op.JumpLt:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (r[i.B] < r[i.C]) pc = i.A;
                    break;
                case Op.JumpLe:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (r[i.B] <= r[i.C]) pc = i.A;
                    break;
                case Op.LoadField: r[i.A] = (o[i.B] as Aggregate ?? throw Null(pc)).Ints[i.C]; break;
                case Op.LoadFieldO: o[i.A] = (o[i.B] as Aggregate ?? throw Null(pc)).Objects[i.C]; break;
                case Op.StoreField: (o[i.B] as Aggregate ?? throw Null(pc)).Ints[i.C] = r[i.A]; break;
                case Op.StoreFieldO: (o[i.B] as Aggregate ?? throw Null(pc)).Objects[i.C] = o[i.A]; break;
                case Op.LoadElement:
                    {
                        long[] items = (o[i.B] as ArrayValue ?? throw Null(pc)).Ints!;
                        long index = r[i.C];
                        if ((ulong)index >= (ulong)items.Length) throw OutOfRange(o[i.B], index, pc);
                        r[i.A] = items[index];
                        break;
                    }
                case Op.StoreElement:
                    {
                        long[] items = (o[i.B] as ArrayValue ?? throw Null(pc)).Ints!;
                        long index = r[i.C];
                        if ((ulong)index >= (ulong)items.Length) throw OutOfRange(o[i.B], index, pc);
                        items[index] = r[i.A];
                        break;
                    }
                case Op.Length: r[i.A] = (o[i.B] as ArrayValue ?? throw Null(pc)).Length; break;
                case Op.LoadRef:
                    {
                        RefValue reference = (RefValue)o[i.B]!;
                        r[i.A] = reference.Ints![reference.Index];
                        break;
                    }
                case Op.StoreRef:
                    {
                        RefValue reference = (RefValue)o[i.B]!;
                        reference.Ints![reference.Index] = r[i.A];
                        break;
                    }
                case Op.Scalar:
                    {
                        ScalarSite site = code.ScalarSites[i.B];
                        _pc = pc;
                        r[i.A] = site.Function(r[site.A], r[site.B], r[site.C]);
                        break;
                    }
                case Op.Call:
                    if ((budget -= i.Cost) < 0) budget = Recheck(budget, pc);
                    if (Call(code.CallSites[i.A], pc)) goto reload;
                    break;
                case Op.Return:
                case Op.ReturnI:
                case Op.ReturnO:
                    budget -= i.Cost;
                    result = i.Op == Op.ReturnI ? new Value(r[i.B], null) : i.Op == Op.ReturnO ? Value.Of(o[i.B]) : default;
                    if (!Leave(result))
                    {
                        _stepsLeft += budget;
                        return result;
                    }

                    goto reload;
                default:
                    budget = Other(code, pc, budget, r, o);
                    pc = _pc;
                    break;
            }

            continue;
        reload:
            frame = _frames[_depth - 1];
            code = frame.Code;
            instructions = code.Instructions;
            r = _ints.AsSpan(frame.IntBase, code.IntRegisters);
            o = _objects.AsSpan(frame.ObjectBase, code.ObjectRegisters);
            pc = frame.Pc;
        }
    }
}
