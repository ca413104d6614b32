using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>A method body under construction: statements go to the current block until it ends.</summary>
internal sealed class BodyBuilder
{
    private readonly List<MirLocal> _locals = [];
    private readonly List<List<MirStatement>> _statements = [];
    private readonly List<MirTerminator?> _ends = [];
    private int _current = -1;

    public BodyBuilder() => Start(Block());

    public MirType TypeOf(int local) => _locals[local].Type;

    public bool IsVariable(int local) => _locals[local].IsVariable;

    /// <summary>A variable of the source, or of the lowering's own that something may refer to.</summary>
    public int Variable(MirType type) => Add(new MirLocal(type, true, false));

    /// <summary>A value on its way: assigned in one place, used in one.</summary>
    public int Temp(MirType type) => Add(new MirLocal(type, false, false));

    public void ReferTo(int local) => _locals[local] = _locals[local] with { InMemory = true };

    public int Block()
    {
        _statements.Add([]);
        _ends.Add(null);
        return _ends.Count - 1;
    }

    public void Start(int block) => _current = block;

    public void Assign(MirPlace target, MirValue value, MirSpan span) => _statements[_current].Add(new MirStatement(target, value, span));

    /// <summary>Ends the current block; what follows without a label can't be reached.</summary>
    public void End(MirTerminator end)
    {
        _ends[_current] ??= end;
        Start(Block());
    }

    public void Goto(int block, MirSpan span) => End(new MirGoto(block, span));

    /// <summary>Ends the current block with a way on into another, which becomes the current one.</summary>
    public void EndInto(int block, MirTerminator end)
    {
        _ends[_current] ??= end;
        Start(block);
    }

    public void FallInto(int block, MirSpan span) => EndInto(block, new MirGoto(block, span));

    public void Branch(MirOperand condition, int whenTrue, int whenFalse, MirSpan span)
    {
        _ends[_current] ??= new MirSwitchInt(condition, new EquatableArray<long>([0]), new EquatableArray<int>([whenFalse]), whenTrue, span);
        Start(Block());
    }

    public MirMethod Build(string key, string display, int parameters, MirType returns, bool isConstant, IEnumerable<string> calls, IEnumerable<string> types, MirSpan end)
    {
        // A body that runs to its end returns; in a function with a result that is an end that can't be reached.
        MirTerminator last = returns.Kind == MirKind.Void ? new MirReturn(null, end) : new MirFail(MirFault.NoMatch, "the end of the function is reached", null, end);
        var blocks = new MirBlock[_ends.Count];
        for (int i = 0; i < blocks.Length; i++) blocks[i] = new MirBlock(new EquatableArray<MirStatement>([.. _statements[i]]), _ends[i] ?? last);
        return new MirMethod(
            key,
            display,
            parameters,
            returns,
            isConstant,
            new EquatableArray<MirLocal>([.. _locals]),
            new EquatableArray<MirBlock>(blocks),
            new EquatableArray<string>([.. calls]),
            new EquatableArray<string>([.. types]));
    }

    private int Add(MirLocal local)
    {
        _locals.Add(local);
        return _locals.Count - 1;
    }
}
