using System.Text;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    private EvaluationException Null(int pc)
    {
        _pc = pc;
        return new EvaluationException(MirFault.NullReference, "null is dereferenced");
    }

    private EvaluationException OutOfRange(object? container, long index, int pc)
    {
        _pc = pc;
        string of = container switch
        {
            string text => $"a string of {text.Length}",
            ArrayValue array => $"{array.Element.Display}[{array.Length}]",
            SpanValue span => $"a span of {span.Length}",
            _ => "the array",
        };
        return new EvaluationException(MirFault.IndexOutOfRange, $"index {index} is outside of {of}");
    }

    private EvaluationException ByZero(Code code, int pc)
    {
        _pc = pc;
        return new EvaluationException(MirFault.DivideByZero, Operation(code.Sources[pc - 1], code) + " divides by zero");
    }

    private EvaluationException Overflow(Code code, int pc)
    {
        _pc = pc;
        object? source = code.Sources[pc - 1];
        string type = source switch
        {
            MirBinary binary => binary.Type.Display,
            MirUnary unary => unary.Type.Display,
            MirConvert convert => convert.To.Display,
            _ => "its type",
        };
        return new EvaluationException(MirFault.Overflow, $"{Operation(source, code)} overflows {type}");
    }

    private string Operation(object? source, Code code) => source switch
    {
        MirBinary node => $"{Show(node.Type, node.Left, code)} {Symbols.Of(node.Op)} {Show(IsShift(node.Op) ? MirType.Int : node.Type, node.Right, code)}",
        MirUnary node => $"{Symbols.Of(node.Op)}({Show(node.Type, node.Operand, code)})",
        MirConvert node => $"({node.To.Display}){Show(node.From, node.Operand, code)}",
        _ => "the operation",
    };

    private static bool IsShift(MirBinaryOp op) => op is MirBinaryOp.ShiftLeft or MirBinaryOp.ShiftRight or MirBinaryOp.ShiftRightUnsigned;

    /// <summary>An operand's value: operands are still in their registers when their operation fails.</summary>
    private string Show(MirType type, MirOperand operand, Code code)
    {
        if (operand.Constant is { } constant) return Text.Show(type, new Value(constant.Bits, constant.Object));
        return Read(operand.Local, code, _frames[_depth - 1]) is { } value ? Text.Show(type, value) : "?";
    }

    private Value? Read(int local, Code code, Frame frame)
    {
        int register = code.RegisterOf(local);
        if (!code.IsInMemory(local))
        {
            return code.Method.Locals[local].Type.Kind.IsScalar ? new Value(_ints[frame.IntBase + register], null) : Value.Of(_objects[frame.ObjectBase + register]);
        }

        if (_objects[frame.ObjectBase + register] is not RefValue cell) return null;
        return cell.Ints is { } ints ? new Value(ints[cell.Index], null) : Value.Of(cell.Objects![cell.Index]);
    }

    private Failure Fail(EvaluationException e)
    {
        var frames = new List<FailureFrame>();
        for (int i = _depth - 1; i >= 0; i--)
        {
            Frame frame = _frames[i];
            int pc = (i == _depth - 1 ? _pc : frame.Pc) - 1;
            MirSpan span = pc >= 0 && pc < frame.Code.Spans.Length ? frame.Code.Spans[pc] : default;

            // Of an endless recursion, its ends tell enough.
            if (frames.Count < 8 || i < 4) frames.Add(new FailureFrame(frame.Code.Method.Key, Describe(frame), span));
        }

        return new Failure(e.Fault, e.Message, new EquatableArray<FailureFrame>([.. frames]));
    }

    private string Describe(Frame frame)
    {
        MirMethod method = frame.Code.Method;
        if (method.Parameters == 0) return method.Display + "()";
        var text = new StringBuilder(method.Display).Append('(');
        for (int i = 0; i < method.Parameters; i++)
        {
            if (i > 0) text.Append(", ");
            MirType type = method.Locals[i].Type;
            Value? value = Read(i, frame.Code, frame);
            text.Append(value is { } known && type.Kind != MirKind.Ref ? Text.Show(type, known) : type.Display);
        }

        return text.Append(')').ToString();
    }
}
