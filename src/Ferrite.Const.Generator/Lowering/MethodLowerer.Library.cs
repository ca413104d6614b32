using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>The evaluator's name of a library function, or null.</summary>
    private string? Known(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length > 0 || method.ContainingType is not { } type) return null;
        string owner = type.ContainingNamespace.ToDisplayString() + "." + type.Name;
        if (string.Equals(owner, "System.Text.Encoding", StringComparison.Ordinal)) owner += ".UTF8";
        string name = owner + "." + method.Name + "(" + string.Join(",", method.OriginalDefinition.Parameters.Select(parameter => Written(parameter.Type))) + ")";
        return Library.Knows(name) ? name : null;
    }

    /// <summary>A parameter's type in the evaluator's name of a function. Enums by name: an overload takes a number instead.</summary>
    private string Written(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => "T",
        IArrayTypeSymbol or { SpecialType: SpecialType.System_Array } => "Array",
        { TypeKind: TypeKind.Enum } => type.Name,
        _ when LoweringContext.IsSpan(type) => "Span",
        _ => TypeOf(type).Kind.ToString(),
    };

    /// <summary>Library calls that are lowered to something else than a call.</summary>
    private MirOperand? Special(IInvocationOperation call, MirSpan span)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.Length > 0 || method.ContainingType is not { } type) return IsRecordEquals(method) && call.Instance is { } left ? Equal(left, call.Arguments[0].Value, span) : null;
        switch (type.Name, method.Name)
        {
            case ("Debug", "Assert") when type.ContainingNamespace.Name is "Diagnostics":
                MirOperand condition = Lower(call.Arguments[0].Value);
                int next = _body.Block();
                _body.EndInto(next, new MirAssert(condition, MirFault.Thrown, "the assertion fails", next, span));
                return MirOperand.Int(0);
            case ("Array", "Empty"):
                return Evaluate(TypeOf(call.Type!), new MirNewArray(TypeOf(call.Type!).Element!, MirOperand.Int(0)), span);
            case ("MemoryExtensions", "AsSpan"):
                return AsSpan(call, span);
            case ("Nullable", "GetValueOrDefault") when call.Arguments.Length == 0 && call.Instance is { } nullable:
                return Load(PlaceOf(nullable).Field(LoweringContext.NullableValue), TypeOf(call.Type!), span);
            case ("Nullable", "GetValueOrDefault") when call.Instance is { Type: { } kind } instance && TypeOf(kind) is var from && IsNullable(from):
                MirOperand[] operands = LowerAll([instance, call.Arguments[0].Value]);
                MirOperand held = Held(operands[0], from, span);
                return Either(IsNotNull(held, from, span), Inner(from), () => Valued(held, from, span), () => operands[1], span);
            case ("ValueTuple", "Equals") when call.Instance is { } tuple:
                return Equal(tuple, call.Arguments[0].Value, span);
            default:
                return IsRecordEquals(method) && call.Instance is { } one && call.Arguments.Length == 1 ? Equal(one, call.Arguments[0].Value, span) : null;
        }
    }

    /// <summary>The equality that the compiler writes for records.</summary>
    private static bool IsRecordEquals(IMethodSymbol method) => method is { Name: "Equals", IsImplicitlyDeclared: true, ContainingType.IsRecord: true, Parameters.Length: 1 };

    private MirOperand Equal(IOperation left, IOperation right, MirSpan span)
    {
        MirOperand[] operands = LowerAll([left, right]);
        return Intrinsic("equals", MirType.Bool, span, operands);
    }

    private MirOperand AsSpan(IInvocationOperation call, MirSpan span)
    {
        IOperation source = call.Arguments[0].Value;
        MirType type = TypeOf(call.Type!);
        MirOperand[] operands = LowerAll([.. call.Arguments.Select(static argument => argument.Value)]);
        MirOperand all = ToSpan(operands[0], TypeOf(source.Type!), type, span);
        if (operands.Length == 1) return all;
        if (TypeOf(call.Arguments[1].Value.Type!).Kind != MirKind.I32) return Unsupported(Describe(call), call);
        return Intrinsic("span.Slice", type, span, [all, .. operands.Skip(1)]);
    }

    private MirOperand ToSpan(MirOperand value, MirType from, MirType to, MirSpan span) => from.Kind switch
    {
        MirKind.Span => value,
        MirKind.String => Intrinsic("span.OfString", to, span, value),
        _ => Intrinsic("span.Of", to, span, value),
    };

    /// <summary>What a call through an interface or type parameter runs, where the receiver's type says.</summary>
    private IMethodSymbol Implementation(IMethodSymbol method, IOperation? instance)
    {
        ITypeSymbol? receiver = instance?.Type is { } type ? _types.Apply(type) : null;
        if (receiver is null || SymbolEqualityComparer.Default.Equals(receiver, method.ContainingType)) return method;
        if (method.ContainingType.TypeKind == TypeKind.Interface && receiver is { IsValueType: true } or { IsSealed: true })
        {
            return receiver.FindImplementationForInterfaceMember(method.ConstructedFrom) is IMethodSymbol found ? found : method;
        }

        return method;
    }

    /// <summary>Why a method can't be called; null if it can.</summary>
    private static string? Why(IMethodSymbol method, IOperation? instance)
    {
        if (method.DeclaringSyntaxReferences.Length == 0 && !method.IsImplicitlyDeclared) return $"{Name()}, whose source isn't in this compilation,";
        if (IsDispatched(method, instance) && LoweringContext.Root(method).DeclaringSyntaxReferences.Length == 0) return $"the virtual {Name()}";
        if (method is { IsStatic: true, IsAbstract: true }) return $"{Name()}, which has no body,";
        if (method.IsAsync) return $"the asynchronous {Name()}";
        if (method.IsImplicitlyDeclared || IsPrimary(method) || LoweringContext.IsAutomatic(method) || Attributes.IsPromised(method)) return null;
        return $"{Name()}, which isn't [ConstFn],";

        string Name() => $"'{method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
    }

    private static bool IsPrimary(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;
}
