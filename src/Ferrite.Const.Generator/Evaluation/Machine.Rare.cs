using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    /// <summary>What is done with longer texts (searched, compared) counts by their length.</summary>
    private const int ShortText = 64;

    private Value Rare(Code code, int pc, RareSite site, Span<long> r, Span<object?> o, out bool isObject)
    {
        isObject = site.IsObject;
        var arguments = new Value[site.Arguments.Length];
        for (int n = 0; n < arguments.Length; n++)
        {
            Argument argument = site.Arguments[n];
            arguments[n] = argument.IsObject ? Value.Of(o[argument.Register]) : new Value(r[argument.Register], null);
            if (arguments[n].Object is string { Length: > ShortText } text) Work(text.Length);
        }

        try
        {
            return Perform(site, arguments);
        }
        catch (OverflowException)
        {
            throw Overflow(code, pc);
        }
        catch (DivideByZeroException)
        {
            throw ByZero(code, pc);
        }
        catch (ArgumentException e)
        {
            throw new EvaluationException(MirFault.Argument, e.Message);
        }
    }

    private Value Perform(RareSite site, Value[] arguments)
    {
        switch (site.Node)
        {
            case MirNew created:
                if (created.Type.Kind != MirKind.Class) return Value.Of(New(site.Layout!));
                Allocate(site.Layout!.Bytes);
                Work(site.Layout.Bytes);
                return Value.Of(site.Layout.New());
            case MirNewArray array:
                return Value.Of(NewArray(array.Element, arguments[0].Bits, site.Layout));
            case MirLiteralArray literal:
                return Value.Of(NewArray(literal));
            case MirIs test:
                return new Value(arguments[0].Object is Aggregate candidate && candidate.Layout.Is(test.Type) ? 1 : 0, null);
            case FieldReference field:
                Aggregate owner = arguments[0].Object as Aggregate ?? throw Null(_pc);
                return Value.Of(field.IsScalar ? new RefValue(owner.Ints, null, field.Offset) : new RefValue(null, owner.Objects, field.Offset));
            case ElementReference:
                return Value.Of(Reference(arguments[0].Object, arguments[1].Bits));
            case MirBinary binary:
                return Compute(binary, arguments[0], arguments[1]);
            case MirUnary unary:
                return Compute(unary, arguments[0]);
            case MirConvert convert:
                return Conversions.Convert(convert.From.Kind, convert.To.Kind, convert.Checked, arguments[0]);
            case MirIntrinsic intrinsic:
                ObjectFunction function = site.Function ?? throw new EvaluationException(MirFault.Unsupported, $"{intrinsic.Name} can't be evaluated");
                return function(this, arguments);
            case MirFail fail:
                throw new EvaluationException(fail.Fault, arguments.Length > 0 && arguments[0].Object is string detail ? $"{fail.Message}: {detail}" : fail.Message);
            default:
                throw new InvalidOperationException(site.Node.GetType().Name);
        }
    }

    /// <exception cref="EvaluationException">A negative length, or more than the limit.</exception>
    public ArrayValue NewArray(MirType element, long length, Layout? layout = null)
    {
        if (length is < 0 or > int.MaxValue) throw new EvaluationException(MirFault.Overflow, $"an array can't have {length} elements");
        Allocate(24 + (length * (8 + (layout?.Bytes ?? 0))));
        Work(length);
        if (element.Kind.IsScalar) return new ArrayValue(element, new long[length], null);
        var objects = new object?[length];
        object? zero = Layout.Zero(element);
        for (int n = 0; n < objects.Length; n++) objects[n] = layout is null ? zero : layout.New();
        return new ArrayValue(element, null, objects);
    }

    private ArrayValue NewArray(MirLiteralArray literal)
    {
        ArrayValue array = NewArray(literal.Element, literal.Items.Count);
        for (int n = 0; n < array.Length; n++)
        {
            if (array.Ints is { } ints) ints[n] = literal.Items[n].Bits;
            else array.Objects![n] = literal.Items[n].Object;
        }

        return array;
    }

    private RefValue Reference(object? container, long index)
    {
        if (container is SpanValue span) return new RefValue(span.Ints, span.Objects, At(span, index, _pc));
        ArrayValue array = container as ArrayValue ?? throw Null(_pc);
        if ((ulong)index >= (ulong)array.Length) throw OutOfRange(array, index, _pc);
        return new RefValue(array.Ints, array.Objects, (int)index);
    }

    private static Value Compute(MirUnary node, Value value)
    {
        MirKind kind = node.Type.Kind;
        if (kind.IsFloat) return Value.Of(-value.Double);
        if (kind == MirKind.Decimal) return Value.Of(-(decimal)value.Object!);
        var operand = (BigInteger)value.Object!;
        BigInteger result = node.Op == MirUnaryOp.Negate ? -operand : kind.IsUnsigned ? Wide.Range(kind).Most - operand : -operand - 1;
        return Value.Of(Wide.Fit(result, kind, node.Checked));
    }

    private Value Compute(MirBinary node, Value left, Value right)
    {
        MirKind kind = node.Type.Kind;
        if (kind.IsFloat)
        {
            // Bit by bit, as many as the exponents are apart.
            Charge(Math.Abs(Exponent(left.Bits) - Exponent(right.Bits)));
            return Value.Of(kind == MirKind.F32 ? (float)left.Double % (float)right.Double : left.Double % right.Double);
        }

        if (node.Op >= MirBinaryOp.Equal) return new Value(Compare(node.Op, kind, left.Object, right.Object) ? 1 : 0, null);
        if (kind == MirKind.Decimal) return Value.Of(Compute(node.Op, (decimal)left.Object!, (decimal)right.Object!));
        var a = (BigInteger)left.Object!;
        if (IsShift(node.Op)) return Value.Of(Wide.Shift(node.Op, kind, a, (int)right.Bits));
        return Value.Of(Wide.Compute(node.Op, kind, node.Checked, a, (BigInteger)right.Object!));
    }

    private static int Exponent(long bits) => (int)(bits >> 52) & 0x7ff;

    private static bool Compare(MirBinaryOp op, MirKind kind, object? left, object? right)
    {
        if (kind is not (MirKind.I128 or MirKind.U128 or MirKind.Decimal))
        {
            bool same = kind == MirKind.String ? string.Equals((string?)left, (string?)right, StringComparison.Ordinal) : ReferenceEquals(left, right);
            return same == (op == MirBinaryOp.Equal);
        }

        int order = ((IComparable)left!).CompareTo(right);
        return op switch
        {
            MirBinaryOp.Equal => order == 0,
            MirBinaryOp.NotEqual => order != 0,
            MirBinaryOp.Less => order < 0,
            MirBinaryOp.LessOrEqual => order <= 0,
            MirBinaryOp.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static decimal Compute(MirBinaryOp op, decimal a, decimal b) => op switch
    {
        MirBinaryOp.Add => a + b,
        MirBinaryOp.Subtract => a - b,
        MirBinaryOp.Multiply => a * b,
        MirBinaryOp.Divide => a / b,
        _ => a % b,
    };
}
