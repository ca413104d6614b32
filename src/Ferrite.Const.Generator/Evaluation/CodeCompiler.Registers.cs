using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    private readonly int[] _registers;
    private readonly Dictionary<long, int> _intConstants = [];
    private readonly Dictionary<MirConstant, int> _objectConstants = [];
    private readonly List<int> _intTemps = [];
    private readonly List<int> _objectTemps = [];
    private int _usedIntTemps;
    private int _usedObjectTemps;
    private int _ints;
    private int _objects;

    private bool IsRegister(int local) => !_method.Locals[local].InMemory || _method.Locals[local].Type.Kind == MirKind.Struct;

    private bool IsIntRegister(int local) => _method.Locals[local].Type.Kind.IsScalar && IsRegister(local);

    private void AssignRegisters()
    {
        for (int i = 0; i < _method.Parameters; i++) _registers[i] = _method.Locals[i].Type.Kind.IsScalar ? _ints++ : _objects++;
        for (int i = 0; i < _registers.Length; i++)
        {
            MirLocal local = _method.Locals[i];
            if (i >= _method.Parameters) _registers[i] = IsIntRegister(i) ? _ints++ : _objects++;
            else if (!IsRegister(i))
            {
                int cell = _objects++;
                _code.Prologue.Add(new FrameItem(cell, local.Type, _registers[i]));
                _registers[i] = cell;
                continue;
            }

            if (i < _method.Parameters) continue;
            if (local.Type.Kind == MirKind.Struct && local.IsVariable) _code.Prologue.Add(new FrameItem(_registers[i], local.Type, -1));
            else if (!IsRegister(i)) _code.Prologue.Add(new FrameItem(_registers[i], local.Type, -1));
        }
    }

    /// <summary>The register that holds an operand; constants have theirs, locals in memory are loaded first.</summary>
    private int Register(MirOperand operand, MirSpan span)
    {
        if (operand.Constant is { } constant) return ConstantRegister(constant);
        if (IsRegister(operand.Local)) return _registers[operand.Local];
        return Load(Start(operand.Local), span);
    }

    private bool IsObject(MirOperand operand) =>
        operand.Constant is { } constant ? !constant.Kind.IsScalar : !_method.Locals[operand.Local].Type.Kind.IsScalar;

    private MirType TypeOf(MirOperand operand) =>
        operand.Constant is { } constant ? new MirType(constant.Kind, constant.Kind.Keyword) : _method.Locals[operand.Local].Type;

    private Argument Argument(MirOperand operand, MirSpan span)
    {
        bool copied = operand.Constant is null && _method.Locals[operand.Local] is { Type.Kind: MirKind.Struct, IsVariable: true };
        return new Argument(Register(operand, span), IsObject(operand), copied);
    }

    private int ConstantRegister(MirConstant constant)
    {
        if (constant.Kind.IsScalar)
        {
            if (!_intConstants.TryGetValue(constant.Bits, out int register)) _intConstants.Add(constant.Bits, register = _ints++);
            return register;
        }

        if (!_objectConstants.TryGetValue(constant, out int held)) _objectConstants.Add(constant, held = _objects++);
        return held;
    }

    private int IntTemp()
    {
        if (_usedIntTemps == _intTemps.Count) _intTemps.Add(_ints++);
        return _intTemps[_usedIntTemps++];
    }

    private int ObjectTemp()
    {
        if (_usedObjectTemps == _objectTemps.Count) _objectTemps.Add(_objects++);
        return _objectTemps[_usedObjectTemps++];
    }

    private int Temp(MirType type) => type.Kind.IsScalar ? IntTemp() : ObjectTemp();

    private void ReleaseTemps() => _usedIntTemps = _usedObjectTemps = 0;
}
