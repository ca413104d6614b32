using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Tuple(ITupleOperation tuple) => TupleOf(tuple.Elements, TypeOf(tuple.Type!), Span(tuple));

    private MirOperand TupleOf(IReadOnlyList<IOperation> elements, MirType type, MirSpan span)
    {
        if (type.Kind != MirKind.Struct) return Unsupported("this tuple", elements[0].Parent ?? elements[0]);
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
        if (left != right || !IsComparable(left)) return Unsupported("this comparison of tuples", tuples);
        MirOperand[] operands = LowerAll([tuples.LeftOperand, tuples.RightOperand]);
        MirOperand same = Same(Held(operands[0], left, span), Held(operands[1], right, span), left, span);
        return tuples.OperatorKind == BinaryOperatorKind.Equals ? same : Not(same, span);
    }

    /// <summary>Of numbers, texts and tuples of them, which compare without a call.</summary>
    private bool IsComparable(MirType tuple) => tuple.Kind == MirKind.Struct && tuple.Name.StartsWith("(", StringComparison.Ordinal)
        && _context.Definition(tuple).Fields.Items.All(field => field.Type.Kind is MirKind.String or MirKind.Bool || IsNumeric(field.Type) || IsComparable(field.Type));

    private MirOperand Same(MirOperand left, MirOperand right, MirType type, MirSpan span)
    {
        MirOperand same = MirOperand.Bool(true);
        EquatableArray<MirField> fields = _context.Definition(type).Fields;
        for (int i = 0; i < fields.Count; i++)
        {
            MirType field = fields[i].Type;
            MirOperand first = Load(MirPlace.Of(left.Local).Field(i), field, span), second = Load(MirPlace.Of(right.Local).Field(i), field, span);
            MirOperand alike = field.Kind == MirKind.Struct ? Same(first, second, field, span) : Binary(MirBinaryOp.Equal, field, first, second, span);
            same = i == 0 ? alike : Binary(MirBinaryOp.And, MirType.Bool, same, alike, span);
        }

        return same;
    }
}
