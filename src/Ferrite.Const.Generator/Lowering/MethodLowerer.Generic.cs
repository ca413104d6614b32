using Ferrite.Const.Generator.Mir;
using Ferrite.Const.Generator.Rules.Closed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Static members of interfaces, called on what a type parameter stands for: <c>T.Zero</c>, <c>T.Max(a, b)</c>, <c>a + b</c>.</summary>
internal sealed partial class MethodLowerer
{
    private static ITypeSymbol? Constrained(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.ConstrainedToType,
        IPropertyReferenceOperation property => property.ConstrainedToType,
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        ICompoundAssignmentOperation compound => compound.ConstrainedToType,
        IIncrementOrDecrementOperation increment => increment.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        _ => null,
    };

    /// <summary>The member of the type that an operation is on, for one of an interface; itself where there is none.</summary>
    private ISymbol OfConstrained(ISymbol member, IOperation operation)
    {
        if (Constrained(operation) is not { } constrained || member.ContainingType is not { TypeKind: TypeKind.Interface } declaring) return member;
        ITypeSymbol type = _types.Apply(constrained);
        var face = (INamedTypeSymbol)_types.Apply(declaring);
        ISymbol closed = face.GetMembers(member.Name).FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.OriginalDefinition)) ?? member;
        ISymbol? found = type.FindImplementationForInterfaceMember(closed);

        // The class library's own checked operators do what the others do.
        const string Checked = "op_Checked";
        bool isLibrarys = found is { ContainingType.TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.Length: 0 } && member.Name.StartsWith(Checked, StringComparison.Ordinal);
        if (isLibrarys && face.GetMembers("op_" + member.Name.Substring(Checked.Length)).FirstOrDefault() is { } plain) found = type.FindImplementationForInterfaceMember(plain);
        return found is IMethodSymbol { IsGenericMethod: true } generic && member is IMethodSymbol called ? generic.Construct([.. called.TypeArguments.Select(_types.Apply)]) : found ?? member;
    }

    /// <summary>What every number has; null for anything else.</summary>
    private static MirOperand? NumberMember(IPropertyReferenceOperation reference, MirType type)
    {
        if (reference.ConstrainedToType is null || !IsNumeric(type) || reference.Property.DeclaringSyntaxReferences.Length > 0) return null;
        switch (reference.Property.Name)
        {
            case "Zero" or "AdditiveIdentity": return Number(type, 0);
            case "One" or "MultiplicativeIdentity": return Number(type, 1);
            case "NegativeOne" when !type.Kind.IsUnsigned: return Number(type, -1);
            case "MinValue" or "MaxValue" when type.Kind.IsInteger:
                bool isLeast = reference.Property.Name is "MinValue";
                if (type.Kind.IsWide) return MirOperand.Of(new MirConstant(type.Kind, 0, isLeast ? Evaluation.Wide.Range(type.Kind).Least : Evaluation.Wide.Range(type.Kind).Most));
                var range = ConstRange.Of(type.Kind);
                return MirOperand.Of(new MirConstant(type.Kind, isLeast ? (long)range.Least : unchecked((long)(ulong)range.Greatest), null));
            default: return null;
        }
    }

    private static MirOperand Number(MirType type, int value) =>
        MirOperand.Of(type.Kind == MirKind.Decimal ? Constants.Of(type, (decimal)value) : type.Kind.IsFloat ? Constants.Of(type, (double)value) : Constants.Of(type, (long)value));

    /// <summary><c>T.CreateChecked(x)</c>; null for anything else.</summary>
    private MirOperand? NumberConversion(IInvocationOperation call, MirSpan span)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name is not ("CreateChecked" or "CreateTruncating") || !method.IsStatic || call.Arguments.Length != 1 || method.DeclaringSyntaxReferences.Length > 0) return null;
        MirType from = TypeOf(call.Arguments[0].Value.Type), to = TypeOf(call.Type);
        bool converts = from.Kind.IsInteger && to.Kind.IsInteger;
        return converts ? Convert(Lower(call.Arguments[0].Value), from, to, method.Name is "CreateChecked", span) : null;
    }

    /// <summary><c>new T()</c>.</summary>
    private MirOperand NewOfParameter(ITypeParameterObjectCreationOperation creation)
    {
        ITypeSymbol symbol = _types.Apply(creation.Type!);
        MirType type = TypeOf(symbol);
        MirSpan span = Span(creation);
        IMethodSymbol? constructor = (symbol as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.Length == 0);
        if (type.Kind.IsScalar || (type.Kind == MirKind.Struct && constructor is null or { IsImplicitlyDeclared: true })) return Default(type, span);
        if (type.Kind is not (MirKind.Struct or MirKind.Class) || constructor is null) return Unsupported(Describe(creation), creation);
        MirOperand created = Created(type, constructor, creation, [], span);
        Initialize(creation.Initializer, created);
        return type.Kind == MirKind.Struct ? Load(MirPlace.Of(created.Local), type, span) : Evaluate(type, new MirUse(created), span);
    }

    /// <summary>Whether what an operation is depends on a type parameter: it is judged where that is known.</summary>
    private bool IsOpen(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsOpen(call.ConstrainedToType) || (call.TargetMethod.ContainingType is { TypeKind: TypeKind.Interface } && IsOpen(call.Instance?.Type)),
        IPropertyReferenceOperation property => IsOpen(property.ConstrainedToType)
            || ((property.Property.ContainingType is { TypeKind: TypeKind.Interface } || LoweringContext.AutomaticField(property.Property) is not null) && IsOpen(property.Instance?.Type)),
        IBinaryOperation binary => IsOpen(binary.LeftOperand.Type) || IsOpen(binary.RightOperand.Type),
        IUnaryOperation unary => IsOpen(unary.Operand.Type),
        IAssignmentOperation assignment => IsOpen(assignment.Target.Type),
        IIncrementOrDecrementOperation increment => IsOpen(increment.Target.Type),
        IConversionOperation conversion => IsOpen(conversion.Type) || IsOpen(conversion.Operand.Type),
        _ => IsOpen(operation.Type) || operation.ChildOperations.Any(child => IsOpen(child.Type)),
    };

    private bool IsOpen(ITypeSymbol? type) => type is not null && Substitution.IsOpen(_types.Apply(type));
}
