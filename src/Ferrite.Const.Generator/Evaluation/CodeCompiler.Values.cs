using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    private void Emit(MirPlace target, MirValue value, MirSpan span)
    {
        ReleaseTemps();
        MirType type = TypeOf(target);
        if (IsBroken(type, value))
        {
            Broken(span);
            return;
        }

        if (target.Path.Count == 0 && IsRegister(target.Local))
        {
            MirLocal local = _method.Locals[target.Local];
            if (type.Kind != MirKind.Struct || !local.IsVariable)
            {
                EmitTo(_registers[target.Local], type, value, span);
                return;
            }
        }

        int register = value is MirUse use ? Register(use.Operand, span) : Produce(type, value, span);
        Store(Navigate(target, span), register, span);
    }

    /// <summary>Where types don't exist, a scalar may be given to what holds objects.</summary>
    private bool IsBroken(MirType type, MirValue value) => value switch
    {
        MirUse use => IsObject(use.Operand) == type.Kind.IsScalar,
        MirLoad load => TypeOf(load.Place).Kind.IsScalar != type.Kind.IsScalar,
        _ => false,
    };

    private bool IsBroken(MirCall call, MirMethod target)
    {
        if (call.Destination >= 0 && _method.Locals[call.Destination].Type.Kind.IsScalar != target.Returns.Kind.IsScalar) return true;
        // A virtual method is known by its name alone.
        for (int i = 0; i < target.Locals.Count && i < call.Arguments.Count; i++)
        {
            if (IsBroken(target.Locals[i].Type, new MirUse(call.Arguments[i]))) return true;
        }

        return false;
    }

    private void Broken(MirSpan span) => Rare(new MirFail(MirFault.Unsupported, "code with errors can't be evaluated", null, span), -1, [], span);

    private int Produce(MirType type, MirValue value, MirSpan span)
    {
        if (value is MirLoad load && type.Kind == MirKind.Struct) return Peek(Navigate(load.Place, span), span);
        int register = Temp(type);
        EmitTo(register, type, value, span);
        return register;
    }

    private MirType TypeOf(MirPlace place)
    {
        MirType type = _method.Locals[place.Local].Type;
        foreach (MirStep step in place.Path.Items)
        {
            type = step.Kind == MirStepKind.Field ? _layouts(type.Name).Definition.Fields[step.Number].Type : type.Element!;
        }

        return type;
    }

    private void EmitTo(int result, MirType type, MirValue value, MirSpan span)
    {
        switch (value)
        {
            case MirUse use: Add(type.Kind.IsScalar ? Op.Move : Op.MoveO, result, Register(use.Operand, span), 0, null, span); break;
            case MirLoad load: EmitLoad(result, load.Place, span); break;
            case MirRef reference: Refer(Navigate(reference.Place, span), result, span); break;
            case MirBinary binary: EmitBinary(result, binary, span); break;
            case MirUnary unary: EmitUnary(result, unary, span); break;
            case MirConvert convert: EmitConvert(result, convert, span); break;
            case MirNew created:
                Rare(created, result, [], span);
                _code.RareSites[_code.RareSites.Count - 1].Layout = _layouts(created.Type.Name);
                break;
            case MirNewArray array:
                Rare(array, result, [Argument(array.Length, span)], span);
                if (array.Element.Kind == MirKind.Struct) _code.RareSites[_code.RareSites.Count - 1].Layout = _layouts(array.Element.Name);
                break;
            case MirLiteralArray literal: Rare(literal, result, [], span); break;
            case MirIs test: Rare(test, result, [Argument(test.Operand, span)], span, isObject: false); break;
            case MirIntrinsic intrinsic: EmitIntrinsic(result, type, intrinsic, span); break;
            default: throw new InvalidOperationException(value.GetType().Name);
        }
    }

    private void EmitLoad(int result, MirPlace place, MirSpan span)
    {
        Location at = Navigate(place, span);
        if (at.Type.Kind == MirKind.Struct) Add(Op.Clone, result, Peek(at, span), 0, at, span);
        else if (at.Access == Access.Register) Add(at.Type.Kind.IsScalar ? Op.Move : Op.MoveO, result, at.Register, 0, null, span);
        else AddAccess(at, Op.LoadField, Op.LoadElement, Op.LoadSpan, Op.LoadRef, result, span);
    }

    private void EmitIntrinsic(int result, MirType type, MirIntrinsic intrinsic, MirSpan span)
    {
        MirOperand[] arguments = intrinsic.Arguments.Items;
        if (SpecialOp(intrinsic.Name) is { } op)
        {
            Add(op, result, Register(arguments[0], span), arguments.Length > 1 ? Register(arguments[1], span) : 0, intrinsic, span);
            return;
        }

        if (Library.Scalar(intrinsic.Name) is { } scalar)
        {
            _code.ScalarSites.Add(new ScalarSite(scalar, [.. arguments.Select(argument => Register(argument, span))]));
            Add(Op.Scalar, result, _code.ScalarSites.Count - 1, 0, intrinsic, span);
            return;
        }

        Rare(intrinsic, result, [.. arguments.Select(argument => Argument(argument, span))], span, isObject: !type.Kind.IsScalar);
        _code.RareSites[_code.RareSites.Count - 1].Function = Library.Object(intrinsic.Name);
    }

    private static Op? SpecialOp(string name) => name switch
    {
        "string.get_Length" => Op.StringLength,
        "string.get_Chars" => Op.StringChar,
        "array.Length" => Op.Length,
        "span.Length" => Op.SpanLength,
        _ => null,
    };

    private void Rare(object node, int result, Argument[] arguments, MirSpan span, bool isObject = true)
    {
        _code.RareSites.Add(new RareSite(node, arguments, isObject));
        Add(Op.Rare, result, _code.RareSites.Count - 1, 0, node, span);
    }
}
