using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>Where a value lives. What the way there takes is evaluated now, and once; <paramref name="later"/> is evaluated before the place is used.</summary>
    private MirPlace PlaceOf(IOperation operation, IOperation? later = null)
    {
        EnsureStack();
        switch (operation)
        {
            case IParenthesizedOperation inner: return PlaceOf(inner.Operand, later);
            case ILocalReferenceOperation local: return PlaceOf(local);
            case IParameterReferenceOperation parameter when _locals.TryGetValue(parameter.Parameter, out int number): return Variable(number);
            case IDeclarationExpressionOperation declaration: return PlaceOf(declaration.Expression, later);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when _this >= 0: return Variable(_this);
            case IInstanceReferenceOperation instance: return MirPlace.Of(Instance(instance).Local);
            case IFieldReferenceOperation { Field.IsStatic: false, Instance: { } owner } field: return FieldPlace(owner, field.Field, field, later);
            case IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false } property, Instance: { } owner } reference
                when LoweringContext.AutomaticField(property) is { } backing && !IsOverridable(property):
                return FieldPlace(owner, backing, reference, later);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element when !IsRange(element.Indices[0]): return ElementPlace(element.ArrayReference, element.Indices[0], later);
            case IImplicitIndexerReferenceOperation indexer when !IsRange(indexer.Argument) && TypeOf(indexer.Instance.Type!).Kind == MirKind.Span:
                return ElementPlace(indexer.Instance, indexer.Argument, later);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } items } indexer when LoweringContext.IsSpan(items.Type!): return ElementPlace(items, indexer.Arguments[0].Value, later);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call: return MirPlace.Of(Lower(call).Local).Deref();
            case IPropertyReferenceOperation { Property: { ReturnsByRef: true } or { ReturnsByRefReadonly: true }, Property.GetMethod: not null } byRef:
                return MirPlace.Of(Getter(byRef).Local).Deref();
            case IDiscardOperation discard: return MirPlace.Of(_body.Variable(TypeOf(discard.Type!)));
            case IConditionalOperation { IsRef: true } conditional: return ConditionalPlace(conditional);
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                _ = Assignment(assignment);
                return PlaceOf(assignment.Target);
            default: return Spilled(operation);
        }
    }

    /// <summary>A value without a place gets one.</summary>
    private MirPlace Spilled(IOperation operation)
    {
        MirType type = TypeOf(operation.Type!);
        int local = _body.Variable(type);
        _body.Assign(MirPlace.Of(local), UseOf(Lower(operation), type), Span(operation));
        return MirPlace.Of(local);
    }

    private MirPlace PlaceOf(ILocalReferenceOperation reference)
    {
        if (reference.Local.IsConst) return Spilled(reference);
        if (reference.IsDeclaration || !_locals.TryGetValue(reference.Local, out int local)) _locals[reference.Local] = local = _body.Variable(TypeOf(reference.Local.Type));
        return Variable(local);
    }

    private MirPlace Variable(int local) => _body.TypeOf(local).Kind == MirKind.Ref ? MirPlace.Of(local).Deref() : MirPlace.Of(local);

    private MirPlace FieldPlace(IOperation owner, IFieldSymbol field, IOperation reference, IOperation? later)
    {
        MirType type = TypeOf(owner.Type!);
        int number = type.Kind is MirKind.Struct or MirKind.Class ? _context.FieldOf(type, field) : -1;
        if (number < 0)
        {
            _ = Unsupported(Describe(reference), reference);
            return MirPlace.Of(_body.Variable(TypeOf(reference.Type!)));
        }

        if (type.Kind == MirKind.Class)
        {
            MirOperand target = Local(Lower(owner), type, Span(owner));
            if (later is not null && HasEffects(later) && _body.IsVariable(target.Local)) target = Copied(target, Span(owner));
            return MirPlace.Of(target.Local).Field(number);
        }

        MirPlace place = PlaceOf(owner, later);

        // A struct within an array or object is found, or not, before anything else is evaluated.
        if (later is not null && !IsTrivial(later) && place.Path.Items.Any(static step => step.Kind != MirStepKind.Deref)) place = Found(place, type, Span(owner));
        return place.Field(number);
    }

    private MirPlace Found(MirPlace place, MirType type, MirSpan span)
    {
        MirOperand reference = Evaluate(MirType.RefTo(type), Refer(place), span);
        return MirPlace.Of(reference.Local).Deref();
    }

    private MirPlace ElementPlace(IOperation items, IOperation index, IOperation? later)
    {
        IOperation[] operations = later is null ? [items, index] : [items, index, later];
        MirType type = TypeOf(items.Type!);
        MirOperand array = Local(Lower(items), type, Span(items));
        if (_body.IsVariable(array.Local) && LastEffect(operations) >= 1) array = Copied(array, Span(items));
        MirOperand at = Index(index, array, type);
        if (at.Constant is not null || (_body.IsVariable(at.Local) && LastEffect(operations) >= 2)) at = Evaluate(MirType.Int, new MirUse(at), Span(index));
        MirPlace place = MirPlace.Of(array.Local).Index(at.Local);

        // A span's element is found when its index is evaluated; an array's when it is used.
        if (type.Kind == MirKind.Span && later is not null && !IsTrivial(later)) return Found(place, type.Element!, Span(items));
        return place;
    }

    /// <summary>An index, counted from the end if it is written so.</summary>
    private MirOperand Index(IOperation index, MirOperand items, MirType type)
    {
        IOperation at = index;
        while (at is IConversionOperation { IsImplicit: true } conversion && conversion.Type?.Name is "Index") at = conversion.Operand;
        if (at is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat) return Lower(at);
        MirSpan span = Span(index);
        MirOperand length = Intrinsic(LengthOf(type), MirType.Int, span, items);
        return Binary(MirBinaryOp.Subtract, MirType.Int, length, Lower(hat.Operand), span);
    }

    private static bool IsRange(IOperation index) => index.Type is { Name: "Range", ContainingNamespace.Name: "System" };

    private static bool IsOverridable(IPropertySymbol property) => (property.IsVirtual || property.IsAbstract || property.IsOverride) && !property.ContainingType.IsSealed;

    private MirPlace ConditionalPlace(IConditionalOperation conditional)
    {
        int whenTrue = _body.Block(), whenFalse = _body.Block(), after = _body.Block();
        int result = _body.Variable(MirType.RefTo(TypeOf(conditional.Type!)));
        MirSpan span = Span(conditional);
        Condition(conditional.Condition, whenTrue, whenFalse);
        _body.Start(whenTrue);
        _body.Assign(MirPlace.Of(result), Refer(PlaceOf(conditional.WhenTrue)), span);
        _body.Goto(after, span);
        _body.Start(whenFalse);
        _body.Assign(MirPlace.Of(result), Refer(PlaceOf(conditional.WhenFalse!)), span);
        _body.FallInto(after, span);
        return MirPlace.Of(result).Deref();
    }
}
