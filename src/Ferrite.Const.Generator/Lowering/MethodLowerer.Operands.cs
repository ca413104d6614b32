using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>Operands from left to right: what a later one may change is read before it does.</summary>
    private MirOperand[] LowerAll(IOperation[] operations)
    {
        var operands = new MirOperand[operations.Length];
        int? last = null;
        for (int i = 0; i < operands.Length; i++)
        {
            operands[i] = Lower(operations[i]);
            if (operands[i].Constant is null && _body.IsVariable(operands[i].Local) && i < (last ??= LastEffect(operations))) operands[i] = Copied(operands[i], Span(operations[i]));
        }

        return operands;
    }

    /// <summary>The last operation that may change a variable; -1 if none may.</summary>
    private static int LastEffect(IOperation[] operations)
    {
        int last = operations.Length - 1;
        while (last >= 0 && !HasEffects(operations[last])) last--;
        return last;
    }

    /// <summary>Whether evaluating may change a variable.</summary>
    private static bool HasEffects(IOperation operation)
    {
        if (IsTrivial(operation)) return false;
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IPropertyReferenceOperation { Property.Name: "Length" }:
                    break;
                case IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IObjectCreationOperation or IPropertyReferenceOperation
                    or IIsPatternOperation or IDeclarationExpressionOperation or IInvalidOperation or ISwitchExpressionOperation or IWithOperation
                    or IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } or IConversionOperation { OperatorMethod: not null }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>What neither fails nor changes anything.</summary>
    private static bool IsTrivial(IOperation operation) => operation.ConstantValue.HasValue
        || operation is ILiteralOperation or IDefaultValueOperation or IInstanceReferenceOperation
        || operation is ILocalReferenceOperation { Local.IsRef: false } || operation is IParameterReferenceOperation;

    private MirOperand Evaluate(MirType type, MirValue value, MirSpan span)
    {
        int temp = _body.Temp(type);
        _body.Assign(MirPlace.Of(temp), value, span);
        return MirOperand.Of(temp);
    }

    private MirOperand Load(MirPlace place, MirType type, MirSpan span) => Evaluate(type, new MirLoad(place), span);

    private MirOperand Binary(MirBinaryOp op, MirType type, MirOperand left, MirOperand right, MirSpan span, bool isChecked = true) =>
        Evaluate(op >= MirBinaryOp.Equal ? MirType.Bool : type, new MirBinary(op, type, isChecked, left, right), span);

    private MirOperand Intrinsic(string name, MirType type, MirSpan span, params MirOperand[] arguments) =>
        Evaluate(type, new MirIntrinsic(name, new EquatableArray<MirOperand>(arguments)), span);

    private MirOperand Not(MirOperand value, MirSpan span) => Evaluate(MirType.Bool, new MirUnary(MirUnaryOp.Not, MirType.Bool, true, value), span);

    /// <summary>An operand's value on its way: a variable's struct is copied, all else is used as it is.</summary>
    private MirValue UseOf(MirOperand operand, MirType type) =>
        type.Kind == MirKind.Struct && operand.Constant is null && _body.IsVariable(operand.Local) ? new MirLoad(MirPlace.Of(operand.Local)) : new MirUse(operand);

    private MirOperand Copied(MirOperand operand, MirSpan span)
    {
        MirType type = _body.TypeOf(operand.Local);
        return Evaluate(type, UseOf(operand, type), span);
    }

    /// <summary>A local with the value.</summary>
    private MirOperand Local(MirOperand operand, MirType type, MirSpan span) => operand.Constant is null ? operand : Evaluate(type, new MirUse(operand), span);

    /// <summary>A local with the value, that nothing else changes.</summary>
    private MirOperand Held(MirOperand operand, MirType type, MirSpan span)
    {
        if (operand.Constant is null && !_body.IsVariable(operand.Local)) return operand;
        return Evaluate(operand.Constant is null ? _body.TypeOf(operand.Local) : type, UseOf(operand, type), span);
    }

    /// <summary>A reference to a place; a local that is referred to lives in memory.</summary>
    private MirRef Refer(MirPlace place)
    {
        if (place.Path.Count == 0 && _body.TypeOf(place.Local).Kind != MirKind.Struct) _body.ReferTo(place.Local);
        return new MirRef(place);
    }

    private MirOperand Default(MirType type, MirSpan span) =>
        type.Kind == MirKind.Struct ? Evaluate(type, new MirNew(type), span)
        : type.Kind == MirKind.Span ? Intrinsic("span.Of", type, span, MirOperand.Of(new MirConstant(MirKind.Array, 0, null)))
        : MirOperand.Of(type.Kind == MirKind.Decimal ? Constants.Of(type, 0m) : type.Kind.IsWide ? Constants.Of(type, 0) : Constants.Of(type, null));

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsNullable(MirType type) => type.Kind == MirKind.Struct && type.Name.EndsWith("?", StringComparison.Ordinal);

    /// <summary>The type of a nullable's value.</summary>
    private MirType Inner(MirType nullable) => _context.Definition(nullable).Fields[LoweringContext.NullableValue].Type;

    private MirOperand IsNotNull(MirOperand value, MirType type, MirSpan span)
    {
        if (IsNullable(type)) return Load(MirPlace.Of(value.Local).Field(LoweringContext.HasValue), MirType.Bool, span);
        if (type.Kind.IsScalar || type.Kind is MirKind.Struct or MirKind.Span) return MirOperand.Bool(true);
        return Binary(MirBinaryOp.NotEqual, type with { Kind = MirKind.Class }, value, MirOperand.Of(new MirConstant(MirKind.Class, 0, null)), span);
    }
}
