using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>What conditional accesses read of: the value on the left of the <c>?.</c>.</summary>
    private readonly Stack<MirOperand> _receivers = new();

    private MirOperand Lower(IOperation operation)
    {
        EnsureStack();
        if (operation.ConstantValue is { HasValue: true, Value: var constant } && operation.Type is { } constantType && operation is not IInterpolatedStringOperation)
        {
            MirType type = TypeOf(constantType);
            if (constant is not null || type.Kind is not (MirKind.Struct or MirKind.Span)) return MirOperand.Of(Constants.Of(type, constant));
        }

        return operation switch
        {
            IParenthesizedOperation inner => Lower(inner.Operand),
            ILocalReferenceOperation local => Read(local),
            IParameterReferenceOperation parameter => Read(parameter),
            IInstanceReferenceOperation instance => Instance(instance),
            IFieldReferenceOperation field => Field(field),
            IArrayElementReferenceOperation element => Element(element),
            IPropertyReferenceOperation property => Property(property),
            IImplicitIndexerReferenceOperation indexer => ImplicitIndexer(indexer),
            IConversionOperation conversion => Conversion(conversion),
            IUnaryOperation unary => Unary(unary),
            IBinaryOperation binary => Binary(binary),
            IIncrementOrDecrementOperation increment => Increment(increment),
            ICompoundAssignmentOperation compound => Compound(compound),
            ISimpleAssignmentOperation assignment => Assignment(assignment),
            ICoalesceAssignmentOperation coalesce => CoalesceAssignment(coalesce),
            IDeconstructionAssignmentOperation deconstruction => Deconstruction(deconstruction),
            IConditionalOperation conditional => Conditional(conditional),
            ICoalesceOperation coalesce => Coalesce(coalesce),
            IConditionalAccessOperation access => ConditionalAccess(access),
            IConditionalAccessInstanceOperation => _receivers.Peek(),
            ISwitchExpressionOperation choice => SwitchExpression(choice),
            IIsPatternOperation => ConditionValue(operation),
            IIsTypeOperation test => IsType(test),
            IInvocationOperation call => Invocation(call),
            IObjectCreationOperation creation => Creation(creation),
            ITypeParameterObjectCreationOperation creation => NewOfParameter(creation),
            IWithOperation with => With(with),
            IArrayCreationOperation array => Array(array),
            ICollectionExpressionOperation collection => Collection(collection),
            ITupleOperation tuple => Tuple(tuple),
            ITupleBinaryOperation tuples => TupleComparison(tuples),
            IInterpolatedStringOperation interpolated => Interpolated(interpolated),
            IDefaultValueOperation value => Default(TypeOf(value.Type!), Span(value)),
            ISizeOfOperation size => SizeOf(size),
            IUtf8StringOperation utf8 => Intrinsic("string.Utf8", TypeOf(utf8.Type!), Span(utf8), MirOperand.Of(Constants.Of(MirType.String, utf8.Value))),
            IThrowOperation thrown => Thrown(thrown),
            IDeclarationExpressionOperation declaration => Load(PlaceOf(declaration), TypeOf(declaration.Type!), Span(declaration)),
            { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax, Type: not null } => StackAllocation(operation),
            _ => Unsupported(Describe(operation), operation),
        };
    }

    private MirOperand Thrown(IThrowOperation thrown)
    {
        Throw(thrown);
        return MirOperand.Int(0);
    }

    private MirOperand Read(ILocalReferenceOperation reference)
    {
        if (reference.IsDeclaration || !_locals.TryGetValue(reference.Local, out int local))
        {
            if (reference.Local.IsConst) return ConstantLocal(reference);
            return Load(PlaceOf(reference), TypeOf(reference.Type!), Span(reference));
        }

        return _body.TypeOf(local).Kind == MirKind.Ref ? Load(PlaceOf(reference), TypeOf(reference.Type!), Span(reference)) : MirOperand.Of(local);
    }

    /// <summary>A local constant whose value the compiler doesn't have yet, as it is computed from generated ones.</summary>
    private MirOperand ConstantLocal(ILocalReferenceOperation reference)
    {
        foreach (SyntaxReference syntax in reference.Local.DeclaringSyntaxReferences)
        {
            SyntaxNode node = syntax.GetSyntax(_context.Cancellation);
            if (node is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && _context.ModelOf(node.SyntaxTree).GetOperation(value, _context.Cancellation) is { } initializer)
            {
                return ConvertTo(Lower(initializer), initializer, TypeOf(reference.Local.Type));
            }
        }

        return Unsupported(Describe(reference), reference);
    }

    private MirOperand ConvertTo(MirOperand value, IOperation from, MirType to)
    {
        MirType type = from.Type is null ? to : TypeOf(from.Type);
        return type == to ? value : Convert(value, type, to, true, Span(from));
    }

    private MirOperand Read(IParameterReferenceOperation reference)
    {
        if (!_locals.TryGetValue(reference.Parameter, out int local)) return Unsupported("a parameter of the type's primary constructor", reference);
        return _body.TypeOf(local).Kind == MirKind.Ref ? Load(PlaceOf(reference), TypeOf(reference.Type!), Span(reference)) : MirOperand.Of(local);
    }

    private MirOperand Instance(IInstanceReferenceOperation instance)
    {
        switch (instance.ReferenceKind)
        {
            case InstanceReferenceKind.PatternInput when _matched.Count > 0: return _matched.Peek();
            case InstanceReferenceKind.ImplicitReceiver when _created.Count > 0: return _created.Peek();
            case InstanceReferenceKind.ContainingTypeInstance when _this >= 0:
                return _body.TypeOf(_this).Kind == MirKind.Ref ? Load(MirPlace.Of(_this).Deref(), TypeOf(instance.Type!), Span(instance)) : MirOperand.Of(_this);
            default: return Unsupported(Describe(instance), instance);
        }
    }

    private MirOperand SizeOf(ISizeOfOperation size)
    {
        MirType type = TypeOf(size.TypeOperand);
        return type.Kind.IsScalar || type.Kind is MirKind.I128 or MirKind.U128 or MirKind.Decimal ? MirOperand.Int(type.Kind.Bits / 8) : Unsupported("'sizeof' of a struct", size);
    }

    private MirOperand IsType(IIsTypeOperation test)
    {
        MirType from = TypeOf(test.ValueOperand.Type!), to = TypeOf(test.TypeOperand);
        MirSpan span = Span(test);
        MirOperand value = Held(Lower(test.ValueOperand), from, span);
        MirOperand result = from == to || to.Kind != MirKind.Class ? IsNotNull(value, from, span) : Evaluate(MirType.Bool, new MirIs(value, to.Name), span);
        return test.IsNegated ? Not(result, span) : result;
    }
}
