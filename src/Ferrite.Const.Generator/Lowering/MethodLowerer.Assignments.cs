using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Assignment(ISimpleAssignmentOperation assignment)
    {
        MirSpan span = Span(assignment);
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation { Local: var target } && _locals.TryGetValue(target, out int reference))
        {
            _body.Assign(MirPlace.Of(reference), Refer(PlaceOf(assignment.Value)), span);
            return MirOperand.Of(reference);
        }

        return Assign(assignment.Target, assignment.Value, span);
    }

    private MirOperand Assign(IOperation target, IOperation value, MirSpan span)
    {
        if (target is IDiscardOperation) return Lower(value);
        if (Setter(target) is { } setter) return SetProperty((IPropertyReferenceOperation)target, setter, value, span);
        MirPlace place = target is IPropertyReferenceOperation { Property: { SetMethod: null, ReturnsByRef: false } property, Instance: { } owner } && LoweringContext.BackingField(property) is { } backing
            ? FieldPlace(owner, backing, target, value)
            : PlaceOf(target, value);
        MirType type = TypeOf(target.Type!);
        MirOperand assigned = Lower(value);

        // The value is used by the expression around, too, after the place has its own.
        if (assigned.Constant is null && type.Kind == MirKind.Struct && !_body.IsVariable(assigned.Local))
        {
            _body.Assign(place, new MirLoad(MirPlace.Of(assigned.Local)), span);
            return assigned;
        }

        _body.Assign(place, UseOf(assigned, type), span);
        return assigned;
    }

    private MirOperand Compound(ICompoundAssignmentOperation compound)
    {
        MirSpan span = Span(compound);
        MirType type = TypeOf(compound.Target.Type!);
        Target target = TargetOf(compound.Target, compound.Value);
        MirOperand old = ReadTarget(target, type, span);
        MirOperand right = Lower(Unboxed(compound.Value));
        MirOperand result;
        if (type.Kind == MirKind.String)
        {
            result = Intrinsic("string.Concat", type, span, old, ToText(right, compound.Value, span));
        }
        else if (IsNullable(type) && compound.IsLifted)
        {
            result = Lifted(compound, type, old, right, span);
        }
        else if (compound.OperatorMethod is { } method && !IsNumeric(type))
        {
            result = Call(method, compound, [old, right], span);
        }
        else
        {
            result = Operate(compound, type, TypeOf(compound.Value.Type!), old, right, span);
        }

        WriteTarget(target, result, type, span);
        return result;
    }

    /// <summary>The operation at the type both sides are promoted to, and back.</summary>
    private MirOperand Operate(ICompoundAssignmentOperation compound, MirType type, MirType rightType, MirOperand old, MirOperand right, MirSpan span)
    {
        bool isChecked = IsChecked(compound);
        bool shift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        MirType promoted = shift || type.Kind == MirKind.Bool ? Promoted(type, type) : Promoted(type, rightType);
        if (Operator(compound.OperatorKind) is not { } op || IsNullable(type)) return Unsupported(Describe(compound), compound);
        MirOperand left = Convert(old, type, promoted, isChecked, span);
        if (!shift) right = Convert(right, rightType, promoted, isChecked, span);
        return Convert(Binary(op, promoted, left, right, span, isChecked), promoted, type, isChecked, span);
    }

    private MirOperand Increment(IIncrementOrDecrementOperation increment)
    {
        MirSpan span = Span(increment);
        MirType type = TypeOf(increment.Target.Type!);
        bool isOwn = increment.OperatorMethod is not null, isLifted = IsNullable(type) && (isOwn || IsNumeric(Inner(type)));
        if (!isLifted && !isOwn && !IsNumeric(type)) return Unsupported(Describe(increment), increment);
        Target target = TargetOf(increment.Target, null);
        MirOperand old = ReadTarget(target, type, span);
        if (increment.IsPostfix && increment.Parent is not IExpressionStatementOperation && _body.IsVariable(old.Local)) old = Copied(old, span);
        if (isLifted) old = Held(old, type, span);
        MirOperand changed = isLifted
            ? Present(IsNotNull(old, type, span), type, () => Next(increment, Inner(type), Valued(old, type, span), span), span)
            : Next(increment, type, old, span);
        WriteTarget(target, changed, type, span);
        return increment.IsPostfix ? old : changed;
    }

    private MirOperand Next(IIncrementOrDecrementOperation increment, MirType type, MirOperand old, MirSpan span)
    {
        if (increment.OperatorMethod is { } method && !IsNumeric(type)) return Call(method, increment, [old], span);
        bool isChecked = IsChecked(increment);
        MirType promoted = Promoted(type, type);
        MirOperand one = MirOperand.Of(promoted.Kind == MirKind.Decimal ? Constants.Of(promoted, 1m) : promoted.Kind.IsFloat ? Constants.Of(promoted, 1.0) : Constants.Of(promoted, 1));
        MirBinaryOp op = increment.Kind == OperationKind.Increment ? MirBinaryOp.Add : MirBinaryOp.Subtract;
        MirOperand changed = Binary(op, promoted, Convert(old, type, promoted, isChecked, span), one, span, isChecked);
        return Convert(changed, promoted, type, isChecked, span);
    }

    private MirOperand CoalesceAssignment(ICoalesceAssignmentOperation assignment)
    {
        MirSpan span = Span(assignment);
        MirType type = TypeOf(assignment.Target.Type!), resultType = TypeOf(assignment.Type!);
        Target target = TargetOf(assignment.Target, assignment.Value);
        MirOperand old = Held(ReadTarget(target, type, span), type, span);
        int none = _body.Block(), some = _body.Block(), after = _body.Block(), result = Result(resultType);
        _body.Branch(IsNotNull(old, type, span), some, none, span);
        _body.Start(some);
        bool unwraps = IsNullable(type) && resultType != type;
        Set(result, resultType, unwraps ? Load(MirPlace.Of(old.Local).Field(LoweringContext.NullableValue), resultType, span) : old, span);
        _body.Goto(after, span);
        _body.Start(none);
        MirOperand value = ConvertTo(Lower(assignment.Value), assignment.Value, resultType);
        value = Held(value, resultType, span);
        WriteTarget(target, resultType == type ? Copied(value, span) : Convert(value, resultType, type, true, span), type, span);
        Set(result, resultType, value, span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }
}
