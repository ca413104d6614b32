using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>Whether the object tells which method runs.</summary>
    private static bool IsDispatched(IMethodSymbol method, IOperation? instance) =>
        !method.IsStatic && (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && method.ContainingType is { IsSealed: false, IsValueType: false }
        && instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    private MirOperand VirtualCall(IMethodSymbol method, MirOperand[] arguments, MirSpan span)
    {
        string slot = _context.SlotOf(method);
        IMethodSymbol root = LoweringContext.Root(method);
        MirType returns = ReturnType(root);
        if (!_context.Has(slot))
        {
            // What stands for it says what it returns, and is never run.
            MirMethod signature = new BodyBuilder().Build(slot, Display(root), 0, returns, false, [], [], default) with { IsVirtual = true };
            _context.Add(new LoweredMethod(signature, EquatableArray<Problem>.Empty, slot));
        }

        _calls.Add(slot);
        MirOperand result = EndCall(slot, arguments, returns, span);
        MirType type = ReturnType(method);

        // An override may return a class derived from what its base says.
        return type == returns || result.Constant is not null ? result : Evaluate(type, new MirUse(result), span);
    }

    /// <summary>The accessor of an automatic property, which has no body of its own.</summary>
    private bool Automatic(IMethodSymbol accessor)
    {
        if (!LoweringContext.IsAutomatic(accessor) || accessor.AssociatedSymbol is not IPropertySymbol property || LoweringContext.BackingField(property) is not { } field) return false;
        int number = _context.FieldOf(TypeOf(accessor.ContainingType), field);
        if (number < 0) return false;
        MirPlace place = Variable(_this).Field(number);
        MirType type = TypeOf(property.Type);
        if (accessor.MethodKind == MethodKind.PropertyGet)
        {
            _body.End(new MirReturn(Load(place, type, default), default));
        }
        else
        {
            _body.Assign(place, UseOf(MirOperand.Of(_locals[accessor.Parameters[0].OriginalDefinition]), type), default);
        }

        return true;
    }

    private static string Display(IMethodSymbol method) => method.ContainingType is { } type && method.MethodKind != MethodKind.LocalFunction ? type.Name + "." + method.Name : method.Name;
}
