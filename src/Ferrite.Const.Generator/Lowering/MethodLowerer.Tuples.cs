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

    private MirOperand Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        MirSpan span = Span(deconstruction);
        IOperation target = deconstruction.Target, value = deconstruction.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion && conversion.Operand.Type is not null) value = conversion.Operand;

        // The left side's places are found before the right side is evaluated.
        var places = new List<(IOperation Operation, Target Target)>();
        Places(target, value, places);
        MirType type = TypeOf(value.Type!);
        MirOperand held = Held(Lower(value), type, span);
        int next = 0;
        Store(target, held, type, places, ref next, span);
        return held;
    }

    private void Places(IOperation target, IOperation value, List<(IOperation Operation, Target Target)> places)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is ITupleOperation tuple)
        {
            foreach (IOperation element in tuple.Elements) Places(element, value, places);
        }
        else if (target is not IDiscardOperation)
        {
            places.Add((target, TargetOf(target, value)));
        }
    }

    private void Store(IOperation target, MirOperand value, MirType type, List<(IOperation Operation, Target Target)> places, ref int next, MirSpan span)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is IDiscardOperation) return;
        if (target is not ITupleOperation tuple)
        {
            MirType to = TypeOf(target.Type!);
            WriteTarget(places[next++].Target, Local(type == to ? value : Convert(value, type, to, true, span), to, span), to, span);
            return;
        }

        if (Parts(value, type, null, tuple.Elements.Length, span) is not { } parts)
        {
            _ = Unsupported("this deconstruction", target);
            return;
        }

        for (int i = 0; i < parts.Count; i++) Store(tuple.Elements[i], parts[i].Value, parts[i].Type, places, ref next, span);
    }

    private void Deconstruct(IOperation target, MirOperand value, MirType type, MirSpan span)
    {
        var places = new List<(IOperation Operation, Target Target)>();
        Places(target, target, places);
        int next = 0;
        Store(target, value, type, places, ref next, span);
    }

    /// <summary>The parts of a tuple or a positional record; null if there are none to be had.</summary>
    private List<(MirOperand Value, MirType Type)>? Parts(MirOperand value, MirType type, IMethodSymbol? deconstruct, int count, MirSpan span)
    {
        if (type.Kind is not (MirKind.Struct or MirKind.Class) || deconstruct is { IsImplicitlyDeclared: false }) return null;
        MirDefinition definition = _context.Definition(type);
        int[] numbers = definition.Name.StartsWith("(", StringComparison.Ordinal) ? [.. Enumerable.Range(0, count)] : _context.PositionalFields(type.Name) ?? [];
        if (numbers.Length != count || numbers.Any(number => number < 0 || number >= definition.Fields.Count)) return null;
        return [.. numbers.Select(number => (Held(Load(MirPlace.Of(value.Local).Field(number), definition.Fields[number].Type, span), definition.Fields[number].Type, span), definition.Fields[number].Type))];
    }
}
