using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        MirSpan span = Span(deconstruction);
        IOperation target = deconstruction.Target, value = deconstruction.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion && conversion.Operand.Type is not null) value = conversion.Operand;

        // The left side's places are found before the right side is evaluated.
        var places = new List<(IOperation Operation, Target Target)>();
        Places(target, value, places);
        MirType type = TypeOf(value.Type!);
        MirOperand held = Held(Lower(value), type, span);
        int next = 0;
        DeconstructionInfo info = deconstruction.Syntax is AssignmentExpressionSyntax syntax ? _context.ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(syntax) : default;
        Store(target, held, type, info, places, ref next, span);
        return held;
    }

    private void Places(IOperation target, IOperation value, List<(IOperation Operation, Target Target)> places)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is ITupleOperation tuple)
        {
            foreach (IOperation element in tuple.Elements) Places(element, value, places);
        }
        else if (target is not IDiscardOperation)
        {
            places.Add((target, TargetOf(target, value)));
        }
    }

    private void Store(IOperation target, MirOperand value, MirType type, DeconstructionInfo info, List<(IOperation Operation, Target Target)> places, ref int next, MirSpan span)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is IDiscardOperation) return;
        if (target is not ITupleOperation tuple)
        {
            MirType to = TypeOf(target.Type!);
            WriteTarget(places[next++].Target, Local(type == to ? value : Convert(value, type, to, true, span), to, span), to, span);
            return;
        }

        if (Parts(value, type, info.Method, tuple.Elements.Length, target, span) is not { } parts)
        {
            _ = Unsupported("this deconstruction", target);
            return;
        }

        for (int i = 0; i < parts.Count; i++) Store(tuple.Elements[i], parts[i].Value, parts[i].Type, i < info.Nested.Length ? info.Nested[i] : default, places, ref next, span);
    }

    private void Deconstruct(IForEachLoopOperation loop, MirOperand value, MirType type, MirSpan span)
    {
        IOperation target = loop.LoopControlVariable;
        var places = new List<(IOperation Operation, Target Target)>();
        Places(target, target, places);
        int next = 0;
        DeconstructionInfo info = loop.Syntax is ForEachVariableStatementSyntax syntax ? _context.ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(syntax) : default;
        Store(target, value, type, info, places, ref next, span);
    }

    /// <summary>The parts of a tuple, a positional record or what has a method for it; null if there are none to be had.</summary>
    private List<(MirOperand Value, MirType Type)>? Parts(MirOperand value, MirType type, IMethodSymbol? deconstruct, int count, IOperation operation, MirSpan span)
    {
        if (deconstruct is { IsImplicitlyDeclared: false }) return Deconstructed(value, type, deconstruct.ReducedFrom ?? deconstruct, operation, span);
        if (type.Kind is not (MirKind.Struct or MirKind.Class)) return null;
        MirDefinition definition = _context.Definition(type);
        int[] numbers = definition.Name.StartsWith("(", StringComparison.Ordinal) ? [.. Enumerable.Range(0, count)] : _context.PositionalFields(type.Name) ?? [];
        if (numbers.Length != count || numbers.Any(number => number < 0 || number >= definition.Fields.Count)) return null;
        return [.. numbers.Select(number => (Held(Load(MirPlace.Of(value.Local).Field(number), definition.Fields[number].Type, span), definition.Fields[number].Type, span), definition.Fields[number].Type))];
    }

    private List<(MirOperand Value, MirType Type)> Deconstructed(MirOperand value, MirType type, IMethodSymbol method, IOperation operation, MirSpan span)
    {
        bool isByReference = type.Kind == MirKind.Struct && (!method.IsStatic || method.Parameters[0].RefKind != RefKind.None);
        MirOperand[] receiver = [isByReference ? Evaluate(MirType.RefTo(type), Refer(MirPlace.Of(Local(value, type, span).Local)), span) : value];
        (int Local, MirType Type)[] results = [.. method.Parameters.Skip(method.IsStatic ? 1 : 0).Select(parameter => TypeOf(parameter.Type)).Select(part => (_body.Variable(part), part))];
        MirOperand[] references = [.. results.Select(result => Evaluate(MirType.RefTo(result.Type), Refer(MirPlace.Of(result.Local)), span))];
        _ = Call(method, operation, [.. receiver, .. references], span);
        return [.. results.Select(result => (Load(MirPlace.Of(result.Local), result.Type, span), result.Type))];
    }
}
