using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    /// <summary>A call with its return takes as long as so many simple steps.</summary>
    private const int StepsOfCall = 16;

    private int EmitEnd(MirBlock block, MirBinary? comparison, Stack<int> pending)
    {
        MirTerminator end = block.End;
        ReleaseTemps();
        switch (end)
        {
            case MirGoto jump:
                // Steps of a block that only this one leads to are counted with its own.
                if (_blockStarts[jump.Target] < 0 && _predecessors[jump.Target] == 1) return jump.Target;
                Jump(Op.Jump, jump.Target, 0, 0, end.Span);
                pending.Push(jump.Target);
                return -1;
            case MirSwitchInt branch when branch.Values.Count == 1 && branch.Values[0] == 0:
                return EmitBranch(branch, comparison, pending);
            case MirSwitchInt branch:
                return EmitTable(branch, pending);
            case MirCall call:
                EmitCall(call);
                return call.Next;
            case MirReturn result:
                EmitReturn(result);
                return -1;
            case MirAssert assert:
                int register = Register(assert.Operand, end.Span);
                Jump(Op.JumpIf, assert.Next, register, 0, end.Span);
                Rare(new MirFail(assert.Fault, assert.Message, null, end.Span), -1, [], end.Span);
                return assert.Next;
            case MirFail fail:
                Rare(fail, -1, fail.Detail is { } detail ? [Argument(detail, end.Span)] : [], end.Span);
                return -1;
            default:
                throw new InvalidOperationException(end.GetType().Name);
        }
    }

    private int EmitBranch(MirSwitchInt branch, MirBinary? comparison, Stack<int> pending)
    {
        int whenFalse = branch.Targets[0], whenTrue = branch.Otherwise;
        pending.Push(whenFalse);
        if (comparison is null)
        {
            Jump(Op.JumpUnless, whenFalse, Register(branch.Operand, branch.Span), 0, branch.Span);
        }
        else
        {
            (Op op, bool swap) = Negated(comparison.Op, comparison.Type.Kind == MirKind.U64);
            int left = Register(comparison.Left, branch.Span), right = Register(comparison.Right, branch.Span);
            Jump(op, whenFalse, swap ? right : left, swap ? left : right, branch.Span);
        }

        return whenTrue;
    }

    private static (Op Op, bool Swap) Negated(MirBinaryOp op, bool unsigned) => op switch
    {
        MirBinaryOp.Equal => (Op.JumpNe, false),
        MirBinaryOp.NotEqual => (Op.JumpEq, false),
        MirBinaryOp.Less => (unsigned ? Op.JumpLeU : Op.JumpLe, true),
        MirBinaryOp.LessOrEqual => (unsigned ? Op.JumpLtU : Op.JumpLt, true),
        MirBinaryOp.Greater => (unsigned ? Op.JumpLeU : Op.JumpLe, false),
        _ => (unsigned ? Op.JumpLtU : Op.JumpLt, false),
    };

    private int EmitTable(MirSwitchInt branch, Stack<int> pending)
    {
        var table = new Dictionary<long, int>();
        for (int i = branch.Values.Count - 1; i >= 0; i--)
        {
            table[branch.Values[i]] = branch.Targets[i];
            pending.Push(branch.Targets[i]);
        }

        _code.Tables.Add(table);
        Jump(Op.Switch, branch.Otherwise, Register(branch.Operand, branch.Span), _code.Tables.Count - 1, branch.Span);
        return branch.Otherwise;
    }

    private void EmitCall(MirCall call)
    {
        MirMethod target = _methods(call.Method);
        if (IsBroken(call, target))
        {
            Broken(call.Span);
            return;
        }

        var arguments = new Argument[call.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++) arguments[i] = Argument(call.Arguments[i], call.Span);
        int result = -1;
        bool toMemory = call.Destination >= 0 && !IsRegister(call.Destination);
        if (call.Destination >= 0) result = toMemory ? Temp(target.Returns) : _registers[call.Destination];
        _code.CallSites.Add(new CallSite(target, arguments, result));
        _cost += StepsOfCall;
        Jump(Op.Call, _code.CallSites.Count - 1, 0, 0, call.Span);
        if (toMemory) Store(Start(call.Destination), result, call.Span);
    }

    private void EmitReturn(MirReturn result)
    {
        if (result.Value is not { } value || _method.Returns.Kind == MirKind.Void) Jump(Op.Return, 0, 0, 0, result.Span);
        else if (IsObject(value) == _method.Returns.Kind.IsScalar) Broken(result.Span);
        else Jump(IsObject(value) ? Op.ReturnO : Op.ReturnI, 0, Register(value, result.Span), 0, result.Span);
    }
}
