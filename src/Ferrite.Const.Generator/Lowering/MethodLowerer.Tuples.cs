using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Tuple(ITupleOperation tuple) => TupleOf(tuple.Elements, TypeOf(tuple.Type!), Span(tuple));

    private MirOperand TupleOf(IReadOnlyList<IOperation> elements, MirType type, MirSpan span)
    {
        if (type.Kind != MirKind.Struct) return Unsupported("this tuple", elements[0]);
        MirOperand[] operands = LowerAll([.. elements]);
        int created = _body.Variable(type);
        _body.Assign(MirPlace.Of(created), new MirNew(type), span);
        for (int i = 0; i < operands.Length; i++)
        {
            MirType field = _context.Definition(type).Fields[i].Type;
            MirOperand value = elements[i].Type is null ? operands[i] : ConvertTo(operands[i], elements[i], field);
            _body.Assign(MirPlace.Of(created).Field(i), UseOf(value, field), span);
        }

        return Load(MirPlace.Of(created), type, span);
    }

    private MirOperand TupleComparison(ITupleBinaryOperation tuples)
    {
        MirSpan span = Span(tuples);
        MirType left = TypeOf(tuples.LeftOperand.Type!), right = TypeOf(tuples.RightOperand.Type!);
        if (left != right || left.Kind != MirKind.Struct || !_context.Definition(left).Fields.Items.All(static field => field.Type.Kind is >= MirKind.Bool and <= MirKind.U64 or MirKind.String)) return Unsupported("this comparison of tuples", tuples);
        MirOperand[] operands = LowerAll([tuples.LeftOperand, tuples.RightOperand]);
        MirOperand same = Intrinsic("equals", MirType.Bool, span, operands);
        return tuples.OperatorKind == BinaryOperatorKind.Equals ? same : Not(same, span);
    }
}
