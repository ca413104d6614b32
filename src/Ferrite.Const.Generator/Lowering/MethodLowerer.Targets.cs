using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>What is read and written in one go: a place, or a property with its receiver and arguments, evaluated once.</summary>
    private sealed record Target(MirPlace? Place, IPropertyReferenceOperation? Property, MirOperand[] Arguments, bool IsQuiet);

    private Target TargetOf(IOperation operation, IOperation? later)
    {
        while (operation is IParenthesizedOperation inner) operation = inner.Operand;
        if (operation is IPropertyReferenceOperation property && Setter(property) is not null)
        {
            MirOperand[] arguments = Receiver(property);
            for (int i = 0; i < arguments.Length; i++)
            {
                if (arguments[i].Constant is null && _body.IsVariable(arguments[i].Local) && _body.TypeOf(arguments[i].Local).Kind != MirKind.Ref) arguments[i] = Copied(arguments[i], Span(operation));
            }

            return new Target(null, property, arguments, false);
        }

        // What comes later is evaluated between reading and writing; where it changes nothing, no reference is needed to find the place again.
        IOperation? between = later is null || IsTrivial(later) ? null : later;
        MirPlace place = PlaceOf(operation, between);
        bool stays = place.Path.Items.All(static step => step.Kind == MirStepKind.Deref) && !(place.Path.Count > 0 && between is not null && HasEffects(between));
        MirType type = TypeOf(operation.Type!);
        return new Target(stays || between is null ? place : Found(place, type, Span(operation)), null, [], between is null || !HasEffects(between));
    }

    private MirOperand ReadTarget(Target target, MirType type, MirSpan span)
    {
        if (target.Property is { } property) return CallAccessor(property.Property.GetMethod!, property, target.Arguments, span);
        MirPlace place = target.Place!;

        if (target.IsQuiet && place.Path.Count == 0 && type.Kind.IsScalar) return MirOperand.Of(place.Local);

        // Read before what follows may change it.
        return Load(place, type, span);
    }

    private void WriteTarget(Target target, MirOperand value, MirType type, MirSpan span)
    {
        if (target.Property is { } property) _ = CallAccessor(property.Property.SetMethod!, property, [.. target.Arguments, value], span);
        else _body.Assign(target.Place!, type.Kind == MirKind.Struct ? new MirLoad(MirPlace.Of(value.Local)) : UseOf(value, type), span);
    }

    /// <summary>The setter to call for an assignment; null where the target is a place.</summary>
    private static IMethodSymbol? Setter(IOperation target) =>
        target is IPropertyReferenceOperation { Property: { ReturnsByRef: false, SetMethod: { } setter } property }
        && (property.IsIndexer || LoweringContext.AutomaticField(property) is null || IsOverridable(property)) ? setter : null;

    private MirOperand SetProperty(IPropertyReferenceOperation property, IMethodSymbol setter, IOperation value, MirSpan span)
    {
        MirOperand[] receiver = Receiver(property);
        if (HasEffects(value))
        {
            for (int i = 0; i < receiver.Length; i++)
            {
                if (receiver[i].Constant is null && _body.IsVariable(receiver[i].Local) && _body.TypeOf(receiver[i].Local).Kind != MirKind.Ref) receiver[i] = Copied(receiver[i], span);
            }
        }

        MirOperand assigned = Lower(value);
        MirType type = TypeOf(property.Type!);
        MirOperand passed = type.Kind == MirKind.Struct ? Evaluate(type, new MirLoad(MirPlace.Of(assigned.Local)), span) : assigned;
        _ = CallAccessor(setter, property, [.. receiver, passed], span);
        return assigned;
    }

    /// <summary>A property's receiver and indices, in the order of its accessors' parameters.</summary>
    private MirOperand[] Receiver(IPropertyReferenceOperation property)
    {
        var operands = new List<MirOperand>();
        if (!property.Property.IsStatic && property.Instance is { } instance) operands.Add(This(instance, property.Property.GetMethod ?? property.Property.SetMethod!));
        operands.AddRange(LowerAll([.. property.Arguments.Select(static argument => argument.Value)]));
        return [.. operands];
    }

    private MirOperand CallAccessor(IMethodSymbol accessor, IPropertyReferenceOperation property, MirOperand[] arguments, MirSpan span) => Call(accessor, property, arguments, span);

    private MirOperand Getter(IPropertyReferenceOperation property) => CallAccessor(property.Property.GetMethod!, property, Receiver(property), Span(property));
}
