using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Conversion(IConversionOperation conversion)
    {
        IOperation operand = conversion.Operand;
        MirSpan span = Span(conversion);
        MirType to = TypeOf(conversion.Type!);
        if (operand is IThrowOperation) return Lower(operand);
        if (operand.Type is null) return operand.ConstantValue is { HasValue: true, Value: null } ? Default(to, span) : Lower(operand);
        MirType from = TypeOf(operand.Type);
        if (from == to && from.Kind != MirKind.Unknown) return Lower(operand);
        bool isTuple = operand is ITupleOperation && to.Kind == MirKind.Struct && conversion.Type is { IsTupleType: true };
        if (isTuple) return TupleOf(((ITupleOperation)operand).Elements, to, span);
        if (to.Kind == MirKind.Span && from.Kind is MirKind.Array or MirKind.Span or MirKind.String) return ToSpan(Lower(operand), from, to, span);
        if (IsConvertible(from, to)) return Convert(Lower(operand), from, to, IsChecked(conversion), span);
        if (conversion.OperatorMethod is { } method && !conversion.GetConversion().IsNumeric) return Call(method, conversion, [Lower(operand)], span);
        if (to.Kind == MirKind.Class && from.Kind == MirKind.Class) return Cast(conversion, from, to, span);

        // What is cloned is what it is a clone of.
        if (operand is IInvocationOperation { TargetMethod: { Name: "Clone", ContainingType.SpecialType: SpecialType.System_Array }, Instance.Type: { } cloned } && TypeOf(cloned) == to)
        {
            return Evaluate(to, new MirUse(Lower(operand)), span);
        }

        // To object and interfaces and back, of which only references keep their value as it is.
        if (conversion.GetConversion() is { IsReference: true, IsImplicit: true } && to.Kind == MirKind.Unknown) return Lower(operand);
        return Unsupported(conversion.GetConversion().IsBoxing ? $"boxing {from.Display}" : Describe(conversion), conversion);
    }

    /// <summary>Whether a conversion is one of the language's own, between numbers, or from or to a nullable of them.</summary>
    private bool IsConvertible(MirType from, MirType to)
    {
        bool numbers = (IsNumeric(from) || from.Kind == MirKind.Bool) && (IsNumeric(to) || to.Kind == MirKind.Bool);
        if (numbers) return true;
        if (IsNullable(to)) return IsNullable(from) ? IsConvertible(Inner(from), Inner(to)) : from == Inner(to) || IsConvertible(from, Inner(to));
        return IsNullable(from) && (Inner(from) == to || IsConvertible(Inner(from), to));
    }

    private MirOperand Convert(MirOperand value, MirType from, MirType to, bool isChecked, MirSpan span)
    {
        if (from == to) return value;
        if (IsNullable(to) && !IsNullable(from)) return Wrapped(Convert(value, from, Inner(to), isChecked, span), to, span);
        if (IsNullable(from) && !IsNullable(to)) return Convert(Unwrapped(Held(value, from, span), from, span), Inner(from), to, isChecked, span);
        if (IsNullable(from))
        {
            value = Held(value, from, span);
            return Present(IsNotNull(value, from, span), to, () => Convert(Valued(value, from, span), Inner(from), Inner(to), isChecked, span), span);
        }

        if (from.Kind is MirKind.Class or MirKind.Unknown || to.Kind is MirKind.Class or MirKind.Unknown) return value;
        if (to.Kind == MirKind.Span) return ToSpan(value, from, to, span);
        return Evaluate(to, new MirConvert(from, to, isChecked, value), span);
    }

    private MirOperand Wrapped(MirOperand value, MirType nullable, MirSpan span)
    {
        MirOperand result = MirOperand.Of(_body.Variable(nullable));
        MirPlace place = MirPlace.Of(result.Local);
        _body.Assign(place.Field(LoweringContext.HasValue), new MirUse(MirOperand.Bool(true)), span);
        _body.Assign(place.Field(LoweringContext.NullableValue), UseOf(value, Inner(nullable)), span);
        return Load(place, nullable, span);
    }

    /// <summary>From a class to another: up for nothing, down by a test.</summary>
    private MirOperand Cast(IConversionOperation conversion, MirType from, MirType to, MirSpan span)
    {
        MirOperand value = Held(Lower(conversion.Operand), from, span);
        if (conversion.IsImplicit) return value;
        int matches = _body.Block(), other = _body.Block(), isNull = _body.Block(), after = _body.Block();
        int result = _body.Variable(to);
        _body.Branch(Evaluate(MirType.Bool, new MirIs(value, to.Name), span), matches, other, span);
        _body.Start(matches);
        _body.Assign(MirPlace.Of(result), new MirUse(value), span);
        _body.Goto(after, span);
        _body.Start(other);
        if (conversion.IsTryCast)
        {
            _body.Goto(isNull, span);
        }
        else
        {
            int fails = _body.Block();
            _body.Branch(IsNotNull(value, from, span), fails, isNull, span);
            _body.Start(fails);
            _body.End(new MirFail(MirFault.InvalidCast, $"the object is no {to.Display}", null, span));
        }

        _body.Start(isNull);
        _body.Assign(MirPlace.Of(result), new MirUse(MirOperand.Of(new MirConstant(MirKind.Class, 0, null))), span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }
}
