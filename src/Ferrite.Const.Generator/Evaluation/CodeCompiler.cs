using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>Compiles MIR to register code: comparisons fuse with the jumps on them, results go straight to the local they are stored in.</summary>
internal sealed partial class CodeCompiler
{
    private readonly MirMethod _method;
    private readonly Func<string, Layout> _layouts;
    private readonly Func<string, MirMethod> _methods;
    private readonly Code _code;
    private readonly List<Instruction> _instructions = [];
    private readonly List<object?> _sources = [];
    private readonly List<MirSpan> _spans = [];
    private readonly int[] _blockStarts;
    private readonly int[] _uses;
    private readonly int[] _predecessors;
    private int _cost;

    private CodeCompiler(MirMethod method, Func<string, Layout> layouts, Func<string, MirMethod> methods)
    {
        _method = method;
        _layouts = layouts;
        _methods = methods;
        _code = new Code(method);
        _blockStarts = new int[method.Blocks.Count];
        for (int i = 0; i < _blockStarts.Length; i++) _blockStarts[i] = -1;
        _uses = new int[method.Locals.Count];
        _predecessors = new int[method.Blocks.Count];
        _registers = new int[method.Locals.Count];
    }

    public static Code Compile(MirMethod method, Func<string, Layout> layouts, Func<string, MirMethod> methods)
    {
        var compiler = new CodeCompiler(method, layouts, methods);
        compiler.CountUses();
        compiler.AssignRegisters();
        compiler.EmitBlocks();
        return compiler.Finish();
    }

    private void EmitBlocks()
    {
        var pending = new Stack<int>();
        pending.Push(0);
        while (pending.Count > 0)
        {
            int next = pending.Pop();
            while (next >= 0 && _blockStarts[next] < 0) next = EmitBlock(next, pending);

            // What the last block runs into was laid out before.
            if (next >= 0) Jump(Op.Jump, next, 0, 0, default);
        }
    }

    /// <summary>Emits one block and returns the one that shall follow, or -1.</summary>
    private int EmitBlock(int number, Stack<int> pending)
    {
        MirBlock block = _method.Blocks[number];
        _blockStarts[number] = _instructions.Count;
        MirStatement[] statements = block.Statements.Items;
        bool fused = Fuses(block);
        int count = fused ? statements.Length - 1 : statements.Length;
        for (int i = 0; i < count; i++)
        {
            _cost++;
            if (i + 1 < statements.Length && Forwards(statements[i], statements[i + 1]))
            {
                _cost++;
                Emit(statements[i + 1].Target, statements[i].Value, statements[i].Span);
                i++;
            }
            else
            {
                Emit(statements[i].Target, statements[i].Value, statements[i].Span);
            }
        }

        _cost++;
        return EmitEnd(block, fused ? (MirBinary)statements[statements.Length - 1].Value : null, pending);
    }

    /// <summary>Whether the first statement's result is only what the second stores into a register.</summary>
    private bool Forwards(MirStatement first, MirStatement second) =>
        first.Target.Path.Count == 0 && _uses[first.Target.Local] == 1
        && second.Value is MirUse { Operand: { Constant: null } operand } && operand.Local == first.Target.Local
        && second.Target.Path.Count == 0 && IsRegister(second.Target.Local) && IsRegister(first.Target.Local)
        && _method.Locals[second.Target.Local].Type.Kind.IsScalar;

    private bool Fuses(MirBlock block)
    {
        if (block.End is not MirSwitchInt { Values.Count: 1, Operand: { Constant: null } operand } end || end.Values[0] != 0) return false;
        if (block.Statements.Count == 0 || block.Statements[block.Statements.Count - 1] is not { Value: MirBinary comparison, Target: { Path.Count: 0 } target }) return false;
        return target.Local == operand.Local && _uses[target.Local] == 1 && comparison.Op >= MirBinaryOp.Equal
            && comparison.Type.Kind is >= MirKind.Bool and <= MirKind.U64;
    }

    private Code Finish()
    {
        for (int i = 0; i < _instructions.Count; i++)
        {
            Instruction instruction = _instructions[i];
            if (instruction.Op is < Op.Jump or > Op.Switch) continue;
            instruction.A = _blockStarts[instruction.A];
            _instructions[i] = instruction;
        }

        foreach (Dictionary<long, int> table in _code.Tables)
        {
            foreach (long value in table.Keys.ToArray()) table[value] = _blockStarts[table[value]];
        }

        _code.Instructions = [.. _instructions];
        _code.Sources = [.. _sources];
        _code.Spans = [.. _spans];
        _code.Registers = _registers;
        _code.IntRegisters = _ints;
        _code.ObjectRegisters = _objects;
        _code.IntConstants = [.. _intConstants.Select(static pair => new KeyValuePair<int, long>(pair.Value, pair.Key))];
        _code.ObjectConstants = [.. _objectConstants.Select(static pair => new KeyValuePair<int, object?>(pair.Value, pair.Key.Object))];
        return _code;
    }

    private void Add(Op op, int a, int b, int c, object? source, MirSpan span)
    {
        _instructions.Add(new Instruction(op, a, b, c));
        _sources.Add(source);
        _spans.Add(span);
    }

    private void Jump(Op op, int block, int b, int c, MirSpan span)
    {
        // A longer block is counted as so many: the limit is there against loops, and holds.
        _instructions.Add(new Instruction(op, block, b, c) { Cost = (ushort)Math.Min(_cost, ushort.MaxValue) });
        _sources.Add(null);
        _spans.Add(span);
        _cost = 0;
    }
}
