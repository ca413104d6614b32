using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Mir;
using Ferrite.Const.Generator.Rules.Closed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Values that are types, read as values.</summary>
internal sealed partial class MethodLowerer
{
    private static readonly MirType Whole = new(MirKind.I128, "global::System.Int128");

    /// <summary><c>N.As&lt;int&gt;()</c> and <c>ConstAssert.That&lt;C&gt;()</c>; null where it is no such call.</summary>
    private MirOperand? ConstTypeCall(IInvocationOperation call, MirSpan span)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!method.IsStatic || method.TypeArguments.Length != 1 || method.ContainingType is not { } owner) return null;
        if (owner.Name is "ConstAssert" && ConstSymbols.IsOurs(owner) && method.Name is "That")
        {
            MirOperand holds = ConstValue(method.TypeArguments[0], MirType.Bool, call);
            int next = _body.Block();
            _body.EndInto(next, new MirAssert(holds, MirFault.Thrown, $"{ConstSymbols.Name(_types.Apply(method.TypeArguments[0]))} does not hold", next, span));
            return MirOperand.Int(0);
        }

        bool reads = method.Name is "As" && (Stubs.LiteralOf(owner) is not null || (ConstSymbols.IsOurs(owner) && ConstSymbols.IsConst(owner)));
        return reads ? ConstValue(call.ConstrainedToType ?? owner, TypeOf(method.TypeArguments[0]), call) : null;
    }

    /// <summary><c>N.Value</c>; null where it is no such property.</summary>
    private MirOperand? ConstTypeValue(IPropertyReferenceOperation reference, MirType type) =>
        reference is { ConstrainedToType: { } constrained, Property: { Name: "Value", ContainingType: { } owner } } && ConstSymbols.IsTypedConst(owner) ? ConstValue(constrained, type, reference) : null;

    private MirOperand ConstValue(ITypeSymbol symbol, MirType to, IOperation operation)
    {
        ITypeSymbol type = _types.Apply(symbol);
        MirSpan span = Span(operation);

        // The definition of a generic function promises for each of its closings, and is never run itself.
        if (Substitution.IsOpen(type)) return Failed(MirFault.Unsupported, "an open type has no value", to, span);
        if (Stubs.LiteralOf(type) is { } literal) return LiteralValue(literal, to, operation, span);
        if (to.Kind == MirKind.String) return ConstText.Of(type) is { } text ? MirOperand.Of(Constants.Of(to, text)) : Unsupported(Describe(operation), operation);
        if (to.Kind == MirKind.Bool) return Condition((INamedTypeSymbol)type, operation, span);
        ConstValue known = ConstTypeEvaluator.EvaluateNumber(type, to.Kind.IsWide ? ConstRange.Whole : ConstRange.Of(to.Kind));
        if (known.Number is { } number) return MirOperand.Of(to.Kind.IsWide ? new MirConstant(to.Kind, 0, number) : new MirConstant(to.Kind, to.Kind == MirKind.U64 ? unchecked((long)(ulong)number) : (long)number, null));
        if (known.Error is { } error) return Failed(MirFault.Overflow, $"{ConstSymbols.Name(type)}: {error}", to, span);
        return type is INamedTypeSymbol { TypeArguments.Length: > 0 } named && ConstSymbols.IsOurs(named) ? Computed(named, to, operation, span) : Unsupported(Describe(operation), operation);
    }

    private MirOperand Failed(MirFault fault, string message, MirType type, MirSpan span)
    {
        _body.End(new MirFail(fault, message, null, span));
        return MirOperand.Of(_body.Temp(type));
    }

    /// <summary>A named value that has to be computed is what its expression is.</summary>
    private MirOperand LiteralValue(string name, MirType to, IOperation operation, MirSpan span)
    {
        if (_context.UseLiteral(name) is not { } type) return Unsupported($"'{name}', which has no value,", operation);
        string key = LiteralDeclaration.KeyOf(name);
        _calls.Add(key);
        MirOperand value = EndCall(key, [], type, span);
        bool converts = type == to || (IsNumeric(type) && IsNumeric(to) && type.Kind.IsInteger && to.Kind.IsInteger);
        return converts ? Convert(value, type, to, true, span) : Failed(MirFault.Argument, $"{name} is no {to.Display}", to, span);
    }

    /// <summary>An expression over what has to be computed, with the operators' meaning at run time: at the type it is read as.</summary>
    private MirOperand Computed(INamedTypeSymbol type, MirType to, IOperation operation, MirSpan span)
    {
        MirBinaryOp? op = type.Name switch
        {
            "Sum" => MirBinaryOp.Add,
            "Difference" => MirBinaryOp.Subtract,
            "Product" => MirBinaryOp.Multiply,
            "Quotient" => MirBinaryOp.Divide,
            "Remainder" => MirBinaryOp.Remainder,
            _ => null,
        };
        if (op is { } binary)
        {
            MirType promoted = Promoted(to, to);
            MirOperand left = Convert(ConstValue(type.TypeArguments[0], to, operation), to, promoted, true, span);
            MirOperand right = Convert(ConstValue(type.TypeArguments[1], to, operation), to, promoted, true, span);
            return Convert(Binary(binary, promoted, left, right, span), promoted, to, true, span);
        }

        switch (type.Name)
        {
            case "Neg": return Convert(Evaluate(Whole, new MirUnary(MirUnaryOp.Negate, Whole, true, ConstValue(type.TypeArguments[0], Whole, operation)), span), Whole, to, true, span);
            case "If": return Choice(Condition((INamedTypeSymbol)_types.Apply(type.TypeArguments[0]), operation, span), type.TypeArguments[1], type.TypeArguments[2], to, operation, span);
            case "Min" or "Max":
                MirOperand isFirst = Comparison(type.Name is "Min" ? MirBinaryOp.Less : MirBinaryOp.Greater, type, operation, span);
                return Choice(isFirst, type.TypeArguments[0], type.TypeArguments[1], to, operation, span);
            default: return Unsupported(Describe(operation), operation);
        }
    }

    private MirOperand Condition(INamedTypeSymbol type, IOperation operation, MirSpan span)
    {
        if (Stubs.LiteralOf(type) is { } literal) return LiteralValue(literal, MirType.Bool, operation, span);
        if (ConstTypeEvaluator.EvaluateCondition(type) is { IsKnown: true } known) return MirOperand.Bool(known.Condition!.Value);
        MirBinaryOp? op = type.Name switch
        {
            "Less" => MirBinaryOp.Less,
            "LessOrEqual" => MirBinaryOp.LessOrEqual,
            "Greater" => MirBinaryOp.Greater,
            "GreaterOrEqual" => MirBinaryOp.GreaterOrEqual,
            "Equal" => MirBinaryOp.Equal,
            "NotEqual" => MirBinaryOp.NotEqual,
            _ => null,
        };
        return op is { } relation && ConstSymbols.IsOurs(type) ? Comparison(relation, type, operation, span) : Unsupported(Describe(operation), operation);
    }

    private MirOperand Comparison(MirBinaryOp op, INamedTypeSymbol type, IOperation operation, MirSpan span) =>
        Binary(op, Whole, ConstValue(type.TypeArguments[0], Whole, operation), ConstValue(type.TypeArguments[1], Whole, operation), span);

    private MirOperand Choice(MirOperand condition, ITypeSymbol then, ITypeSymbol otherwise, MirType to, IOperation operation, MirSpan span)
    {
        int whenTrue = _body.Block(), whenFalse = _body.Block(), after = _body.Block(), result = Result(to);
        _body.Branch(condition, whenTrue, whenFalse, span);
        _body.Start(whenTrue);
        Set(result, to, ConstValue(then, to, operation), span);
        _body.Goto(after, span);
        _body.Start(whenFalse);
        Set(result, to, ConstValue(otherwise, to, operation), span);
        _body.FallInto(after, span);
        return MirOperand.Of(result);
    }
}
