using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Invocation(IInvocationOperation call)
    {
        MirSpan span = Span(call);
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction) return LocalCall(call, span);
        if ((Special(call, span) ?? ConstTypeCall(call, span) ?? NumberConversion(call, span)) is { } special) return special;
        var method = (IMethodSymbol)OfConstrained(call.TargetMethod, call);
        string? known = Known(method);
        var operands = new List<MirOperand>();
        if (!method.IsStatic && call.Instance is { } instance && !IsUtf8(instance)) operands.Add(known is null ? This(instance, method) : Lower(instance));
        if (operands.Count > 0 && LastEffect([.. call.Arguments]) >= 0 && operands[0].Constant is null && _body.IsVariable(operands[0].Local) && _body.TypeOf(operands[0].Local).Kind != MirKind.Ref) operands[0] = Copied(operands[0], span);
        operands.AddRange(Arguments(call.Arguments));
        if (known is not null) return Intrinsic(known, ResultType(call.Type), span, [.. operands]);
        return Call(method, call, [.. operands], span, call.Instance);
    }

    /// <summary>A generic method may call itself with ever longer types.</summary>
    private const int LongestKey = 2000;

    private MirType ResultType(ITypeSymbol? type) => type is null || type.SpecialType == SpecialType.System_Void ? MirType.Int : TypeOf(type);

    /// <summary>The arguments in the order they are written, put in the order of the parameters.</summary>
    private MirOperand[] Arguments(IReadOnlyList<IArgumentOperation> arguments)
    {
        var operands = new MirOperand[arguments.Count];
        int? last = null;
        for (int i = 0; i < arguments.Count; i++)
        {
            IArgumentOperation argument = arguments[i];
            int position = argument.Parameter?.Ordinal ?? i;
            MirSpan span = Span(argument);
            if (argument.Parameter is { RefKind: not RefKind.None } parameter)
            {
                MirPlace place = PlaceOf(argument.Value);
                operands[position] = Evaluate(MirType.RefTo(TypeOf(parameter.Type)), Refer(place), span);
                continue;
            }

            MirOperand operand = Lower(argument.Value);
            if (operand.Constant is null && _body.IsVariable(operand.Local) && i < (last ??= LastEffect([.. arguments.Select(static other => other.Value)]))) operand = Copied(operand, span);
            operands[position] = operand;
        }

        return operands;
    }

    /// <summary>A receiver: a struct by reference, copied where it must not change; an object by itself.</summary>
    private MirOperand This(IOperation instance, IMethodSymbol method)
    {
        MirType type = TypeOf(instance.Type!);
        MirSpan span = Span(instance);
        if (type.Kind != MirKind.Struct) return Lower(instance);
        MirPlace place = IsReadOnly(instance) && !method.IsReadOnly && !method.ContainingType.IsReadOnly ? Spilled(instance) : PlaceOf(instance);
        return Evaluate(MirType.RefTo(type), Refer(place), span);
    }

    private bool IsReadOnly(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field.IsReadOnly: true } => _method?.MethodKind != MethodKind.Constructor,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } owner } => IsReadOnly(owner),
        ILocalReferenceOperation { Local: { RefKind: RefKind.RefReadOnly } or { IsForEach: true } or { IsUsing: true } } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => true,
        IPropertyReferenceOperation { Property.ReturnsByRef: false } => true,
        IInvocationOperation { TargetMethod.ReturnsByRef: false } => true,
        IInstanceReferenceOperation => _method is { IsReadOnly: true },
        _ => false,
    };

    /// <summary>Calls a method of the source: its receiver, if any, is the first argument.</summary>
    private MirOperand Call(IMethodSymbol method, IOperation operation, MirOperand[] arguments, MirSpan span, IOperation? instance = null)
    {
        IMethodSymbol target = Implementation(_types.Apply((IMethodSymbol)OfConstrained(method, operation)), instance);
        if (Known(target) is { } known) return Intrinsic(known, ResultType(target.ReturnType), span, arguments);
        if (!target.IsStatic && target.ContainingType.TypeKind == TypeKind.Interface && instance?.Type is { } receiver && _types.Apply(receiver).IsValueType) return Unsupported($"boxing {TypeOf(receiver).Display}", operation);
        if (Why(target, instance) is { } reason) return Unsupported(reason, operation);
        if (arguments.Length != target.Parameters.Length + (target.IsStatic ? 0 : 1)) return Unsupported("code with errors", operation);
        if (!target.IsStatic && target.ContainingType.IsReferenceType && instance is not IInstanceReferenceOperation)
        {
            MirOperand present = IsNotNull(arguments[0], TypeOf(target.ContainingType), span);
            int next = _body.Block();
            _body.EndInto(next, new MirAssert(present, MirFault.NullReference, "null is dereferenced", next, span));
        }

        if (IsDispatched(target, instance)) return VirtualCall(target, arguments, span);
        string key = _context.KeyOf(target);
        if (key.Length > LongestKey || !_context.MayInstantiate(target)) return Unsupported("a generic method of types nested this deep", operation);
        _calls.Add(key);
        _context.Request(target);
        MirType type = target.MethodKind == MethodKind.Constructor ? MirType.Void : TypeOf(target.ReturnType);
        if (target.ReturnsByRef || target.ReturnsByRefReadonly) type = MirType.RefTo(type);
        return EndCall(key, arguments, type, span);
    }

    private MirOperand EndCall(string key, MirOperand[] arguments, MirType type, MirSpan span)
    {
        int next = _body.Block(), result = type.Kind == MirKind.Void ? -1 : _body.Temp(type);
        _body.EndInto(next, new MirCall(key, new EquatableArray<MirOperand>(arguments), result, next, span));
        return result < 0 ? MirOperand.Int(0) : MirOperand.Of(result);
    }

    /// <summary>Local functions by the order of their first calls: two may have the same name.</summary>
    private readonly Dictionary<ISymbol, int> _localFunctions = new(SymbolEqualityComparer.Default);

    private MirOperand LocalCall(IInvocationOperation call, MirSpan span)
    {
        IMethodSymbol symbol = _types.Apply(call.TargetMethod);
        Dictionary<ISymbol, int> numbers = Root._localFunctions;
        if (!numbers.TryGetValue(symbol.OriginalDefinition, out int number)) numbers.Add(symbol.OriginalDefinition, number = numbers.Count);
        string key = $"{Root._key}/{_context.KeyOf(symbol)}@{number}";
        MirOperand[] arguments = Arguments(call.Arguments);
        var captured = new List<MirOperand>();
        foreach (ISymbol variable in Captures(symbol))
        {
            if (variable is INamedTypeSymbol)
            {
                if (_this < 0) return Unsupported("code with errors", call);
                captured.Add(MirOperand.Of(_this));
                continue;
            }

            if (!_locals.TryGetValue(variable, out int known)) _locals[variable] = known = _body.Variable(TypeOf(variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type));
            MirPlace place = Variable(known);
            captured.Add(Evaluate(MirType.RefTo(ValueType(variable)), Refer(place), span));
        }

        if (!_context.Has(key))
        {
            SyntaxNode syntax = symbol.OriginalDefinition.DeclaringSyntaxReferences[0].GetSyntax(_context.Cancellation);
            if (_context.ModelOf(syntax.SyntaxTree).GetOperation(syntax, _context.Cancellation) is not ILocalFunctionOperation function) return Unsupported(Describe(call), call);
            LowerLocalFunction(function, symbol, key);
        }

        _calls.Add(key);
        MirType type = TypeOf(symbol.ReturnType);
        return EndCall(key, [.. captured, .. arguments], symbol.ReturnsByRef ? MirType.RefTo(type) : type, span);
    }

    private static bool IsUtf8(IOperation instance) => instance is IPropertyReferenceOperation { Property: { Name: "UTF8", IsStatic: true, ContainingType.Name: "Encoding" } };
}
