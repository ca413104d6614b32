using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>Objects whose initializers are being evaluated.</summary>
    private readonly Stack<MirOperand> _created = new();

    private MirOperand Creation(IObjectCreationOperation creation)
    {
        MirType type = TypeOf(creation.Type!);
        MirSpan span = Span(creation);
        if (creation.Constructor is not { } constructor) return Unsupported(Describe(creation), creation);
        if (type.Kind is MirKind.String or MirKind.I128 or MirKind.U128 && Known(constructor) is { } known) return Intrinsic(known, type, span, Arguments(creation.Arguments));
        if (IsNullable(type)) return creation.Arguments.Length == 0 ? Default(type, span) : Wrapped(Lower(creation.Arguments[0].Value), type, span);
        if (creation.Type is { IsTupleType: true }) return TupleOf([.. creation.Arguments.Select(static argument => argument.Value)], type, span);
        if (type.Kind == MirKind.Span) return NewSpan(creation, type, span);
        if (type.Kind.IsScalar || type.Kind == MirKind.Decimal) return creation.Arguments.Length == 0 ? Default(type, span) : Unsupported(Describe(creation), creation);
        if (type.Kind is not (MirKind.Struct or MirKind.Class)) return Unsupported(Describe(creation), creation);

        // The arguments come first: the object isn't there while they are evaluated.
        MirOperand[] arguments = Arguments(creation.Arguments);
        MirOperand created = Created(type, constructor, creation, arguments, span);
        Initialize(creation.Initializer, created);
        return type.Kind == MirKind.Struct ? Load(MirPlace.Of(created.Local), type, span) : Evaluate(type, new MirUse(created), span);
    }

    private MirOperand Created(MirType type, IMethodSymbol constructor, IOperation creation, MirOperand[] arguments, MirSpan span)
    {
        int created = _body.Variable(type);
        _body.Assign(MirPlace.Of(created), new MirNew(type), span);
        bool isDefault = constructor.IsImplicitlyDeclared && type.Kind == MirKind.Struct && constructor.Parameters.Length == 0;
        if (isDefault) return MirOperand.Of(created);
        MirOperand receiver = type.Kind == MirKind.Struct ? Evaluate(MirType.RefTo(type), new MirRef(MirPlace.Of(created)), span) : MirOperand.Of(created);
        _ = Call(constructor, creation, [receiver, .. arguments], span);
        return MirOperand.Of(created);
    }

    private MirOperand NewSpan(IObjectCreationOperation creation, MirType type, MirSpan span)
    {
        if (creation.Arguments.Length is not (1 or 3) || TypeOf(creation.Arguments[0].Value.Type!).Kind != MirKind.Array) return Unsupported(Describe(creation), creation);
        MirOperand[] arguments = Arguments(creation.Arguments);
        MirOperand all = ToSpan(arguments[0], MirType.ArrayOf(type.Element!), type, span);
        return arguments.Length == 1 ? all : Intrinsic("span.Slice", type, span, all, arguments[1], arguments[2]);
    }

    private void Initialize(IObjectOrCollectionInitializerOperation? initializer, MirOperand created)
    {
        if (initializer is null) return;
        _created.Push(created);
        foreach (IOperation member in initializer.Initializers)
        {
            if (member is ISimpleAssignmentOperation assignment) _ = Assignment(assignment);
            else Unsupported(Describe(member), member);
        }

        _created.Pop();
    }

    private MirOperand With(IWithOperation with)
    {
        MirType type = TypeOf(with.Type!);
        MirSpan span = Span(with);
        MirOperand operand = Local(Lower(with.Operand), type, span);
        int copy = _body.Variable(type);
        if (type.Kind == MirKind.Class) _body.Assign(MirPlace.Of(copy), new MirIntrinsic("object.Copy", new EquatableArray<MirOperand>([operand])), span);
        else _body.Assign(MirPlace.Of(copy), new MirLoad(MirPlace.Of(operand.Local)), span);
        Initialize(with.Initializer, MirOperand.Of(copy));
        return type.Kind == MirKind.Struct ? Load(MirPlace.Of(copy), type, span) : MirOperand.Of(copy);
    }

    private MirOperand Array(IArrayCreationOperation array)
    {
        MirType type = TypeOf(array.Type!);
        MirSpan span = Span(array);
        if (array.DimensionSizes.Length != 1 || type.Kind != MirKind.Array) return Unsupported("an array of several dimensions", array);
        if (array.Initializer is not { } initializer)
        {
            MirOperand length = Lower(array.DimensionSizes[0]);
            return Evaluate(type, new MirNewArray(type.Element!, length), span);
        }

        return Filled(initializer.ElementValues, type, span);
    }

    /// <summary>Memory of the stack is memory like any other here.</summary>
    private MirOperand StackAllocation(IOperation allocation)
    {
        MirType type = TypeOf(allocation.Type!);
        MirSpan span = Span(allocation);
        IOperation[] children = [.. allocation.ChildOperations];
        InitializerExpressionSyntax? initializer = (allocation.Syntax as StackAllocArrayCreationExpressionSyntax)?.Initializer ?? (allocation.Syntax as ImplicitStackAllocArrayCreationExpressionSyntax)?.Initializer;
        int values = initializer?.Expressions.Count ?? 0;
        if (type.Kind != MirKind.Span || children.Length != values + 1) return Unsupported(Describe(allocation), allocation);
        MirType array = MirType.ArrayOf(type.Element!);
        if (initializer is not null) return ToSpan(Filled([.. children.Skip(1)], array, span), array, type, span);
        return ToSpan(Evaluate(array, new MirNewArray(type.Element!, Lower(children[0])), span), array, type, span);
    }

    private MirOperand Filled(IReadOnlyList<IOperation> values, MirType array, MirSpan span)
    {
        MirType element = array.Element!;
        if (values.Count > 0 && element.Kind is not (MirKind.Struct or MirKind.Class or MirKind.Array or MirKind.Span) && values.All(static value => value.ConstantValue is { HasValue: true }))
        {
            MirConstant[] items = [.. values.Select(value => Constants.Of(element, value.ConstantValue.Value))];
            return Evaluate(array, new MirLiteralArray(element, new EquatableArray<MirConstant>(items)), span);
        }

        MirOperand created = Evaluate(array, new MirNewArray(element, MirOperand.Int(values.Count)), span);
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is IArrayInitializerOperation) return Unsupported("an array of several dimensions", values[i]);
            MirOperand value = Lower(values[i]);
            MirOperand index = Evaluate(MirType.Int, new MirUse(MirOperand.Int(i)), span);
            _body.Assign(MirPlace.Of(created.Local).Index(index.Local), UseOf(value, element), span);
        }

        return created;
    }

    private MirOperand Collection(ICollectionExpressionOperation collection)
    {
        MirType type = TypeOf(collection.Type!);
        MirSpan span = Span(collection);
        if (collection.Elements.Any(static element => element is ISpreadOperation)) return Unsupported("a spread", collection);
        if (type.Kind is not (MirKind.Array or MirKind.Span)) return Unsupported("this collection expression", collection);
        MirType array = MirType.ArrayOf(type.Element!);
        MirOperand filled = Filled(collection.Elements, array, span);
        return type.Kind == MirKind.Array ? filled : ToSpan(filled, array, type, span);
    }
}
