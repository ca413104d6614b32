using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>Goes one way or the other; nothing is current afterwards.</summary>
    private void Condition(IOperation operation, int whenTrue, int whenFalse)
    {
        EnsureStack();
        MirSpan span = Span(operation);
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: bool known } }:
                _body.Goto(known ? whenTrue : whenFalse, span);
                return;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null, IsLifted: false } not:
                Condition(not.Operand, whenFalse, whenTrue);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } and:
                {
                    int right = _body.Block();
                    Condition(and.LeftOperand, right, whenFalse);
                    _body.Start(right);
                    Condition(and.RightOperand, whenTrue, whenFalse);
                    return;
                }
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } or:
                {
                    int right = _body.Block();
                    Condition(or.LeftOperand, whenTrue, right);
                    _body.Start(right);
                    Condition(or.RightOperand, whenTrue, whenFalse);
                    return;
                }
            case IIsPatternOperation test:
                {
                    MirOperand value = Held(Lower(test.Value), TypeOf(test.Value.Type!), Span(test.Value));
                    Match(value, TypeOf(test.Value.Type!), test.Pattern, whenFalse);
                    _body.Goto(whenTrue, span);
                    return;
                }
            default:
                _body.Branch(Lower(operation), whenTrue, whenFalse, span);
                return;
        }
    }

    /// <summary>A condition as a value.</summary>
    private MirOperand ConditionValue(IOperation operation)
    {
        int whenTrue = _body.Block(), whenFalse = _body.Block(), after = _body.Block(), result = _body.Variable(MirType.Bool);
        MirSpan span = Span(operation);
        Condition(operation, whenTrue, whenFalse);
        _body.Start(whenTrue);
        _body.Assign(MirPlace.Of(result), new MirUse(MirOperand.Bool(true)), span);
        _body.Goto(after, span);
        _body.Start(whenFalse);
        _body.Assign(MirPlace.Of(result), new MirUse(MirOperand.Bool(false)), span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }

    private MirOperand Conditional(IConditionalOperation conditional)
    {
        int whenTrue = _body.Block(), whenFalse = _body.Block(), after = _body.Block();
        MirType type = TypeOf(conditional.Type!);
        int result = Result(type);
        Condition(conditional.Condition, whenTrue, whenFalse);
        _body.Start(whenTrue);
        Set(result, type, Lower(conditional.WhenTrue), Span(conditional.WhenTrue));
        _body.Goto(after, Span(conditional));
        _body.Start(whenFalse);
        Set(result, type, Lower(conditional.WhenFalse!), Span(conditional.WhenFalse!));
        _body.FallInto(after, Span(conditional));
        return MirOperand.Of(result);
    }

    /// <summary>A local that several branches give its value; temporary, so a struct in it moves on.</summary>
    private int Result(MirType type) => _body.Temp(type);

    private void Set(int result, MirType type, MirOperand value, MirSpan span)
    {
        if (type.Kind != MirKind.Void) _body.Assign(MirPlace.Of(result), UseOf(value, type), span);
    }

    private MirOperand Coalesce(ICoalesceOperation coalesce)
    {
        MirType from = TypeOf(coalesce.Value.Type!), type = TypeOf(coalesce.Type!);
        MirSpan span = Span(coalesce);
        MirOperand value = Held(Lower(coalesce.Value), from, span);
        int some = _body.Block(), none = _body.Block(), after = _body.Block(), result = Result(type);
        _body.Branch(IsNotNull(value, from, span), some, none, span);
        _body.Start(some);
        bool unwraps = IsNullable(coalesce.Value.Type) && !IsNullable(coalesce.Type);
        MirOperand present = unwraps ? Load(MirPlace.Of(value.Local).Field(LoweringContext.NullableValue), Inner(from), span) : value;
        MirType presentType = unwraps ? Inner(from) : from;
        Set(result, type, presentType == type ? present : Convert(present, presentType, type, IsChecked(coalesce), span), span);
        _body.Goto(after, span);
        _body.Start(none);
        Set(result, type, Lower(coalesce.WhenNull), span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }

    private MirOperand ConditionalAccess(IConditionalAccessOperation access)
    {
        MirType from = TypeOf(access.Operation.Type!);
        MirType? type = access.Type is null or { SpecialType: SpecialType.System_Void } ? null : TypeOf(access.Type);
        MirSpan span = Span(access);
        MirOperand value = Held(Lower(access.Operation), from, span);
        int some = _body.Block(), after = _body.Block(), none = _body.Block(), result = Result(type ?? MirType.Int);
        _body.Branch(IsNotNull(value, from, span), some, none, span);
        _body.Start(some);
        bool unwraps = IsNullable(access.Operation.Type);
        _receivers.Push(unwraps ? Load(MirPlace.Of(value.Local).Field(LoweringContext.NullableValue), Inner(from), span) : value);
        MirOperand present = Lower(access.WhenNotNull);
        _receivers.Pop();
        if (type is not null)
        {
            MirType inner = TypeOf(access.WhenNotNull.Type!);
            Set(result, type, inner == type ? present : Convert(present, inner, type, true, span), span);
        }

        _body.Goto(after, span);
        _body.Start(none);
        if (type is not null) Set(result, type, Default(type, span), span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }
}
