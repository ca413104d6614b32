using System.Text;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private MirOperand Concatenation(IBinaryOperation binary)
    {
        var parts = new List<IOperation>();
        Collect(binary, parts);
        return Concatenated(parts, Span(binary));
    }

    private static void Collect(IOperation operation, List<IOperation> parts)
    {
        EnsureStack();
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } binary)
        {
            Collect(binary.LeftOperand, parts);
            Collect(binary.RightOperand, parts);
        }
        else
        {
            parts.Add(operation);
        }
    }

    private MirOperand Concatenated(List<IOperation> parts, MirSpan span)
    {
        IOperation[] values = [.. parts.Select(Unboxed)];
        MirOperand[] operands = LowerAll(values);

        // Each part is read in its turn, and made text after all are.
        for (int i = 0; i < operands.Length; i++) operands[i] = ToText(operands[i], values[i], Span(parts[i]));
        return Intrinsic("string.Concat", MirType.String, span, operands);
    }

    private static IOperation Unboxed(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object } conversion ? conversion.Operand : operation;

    private MirOperand ToText(MirOperand value, IOperation operation, MirSpan span)
    {
        IOperation inner = Unboxed(operation);
        if (inner.Type is null) return MirOperand.Of(Constants.Of(MirType.String, ""));
        if (inner.Type.TypeKind == TypeKind.Enum) return Unsupported("an enum's name", inner);
        MirType type = TypeOf(inner.Type);
        if (IsNullable(type) && IsNumeric(Inner(type)) && inner.Type is INamedTypeSymbol nullableOf && nullableOf.TypeArguments[0].TypeKind != TypeKind.Enum)
        {
            MirOperand nullable = Held(value, type, span);
            return Either(IsNotNull(nullable, type, span), MirType.String, () => ToText(Valued(nullable, type, span), Inner(type), null, span), () => MirOperand.Of(Constants.Of(MirType.String, "")), span);
        }

        return type.Kind == MirKind.String || IsNumeric(type) || type.Kind == MirKind.Bool ? ToText(value, type, null, span) : Unsupported($"the text of {type.Display}", inner);
    }

    private MirOperand ToText(MirOperand value, MirType type, string? format, MirSpan span)
    {
        if (format is null) return Intrinsic($"string.Of({type.Kind})", MirType.String, span, value);
        return Intrinsic($"string.Of({type.Kind},String)", MirType.String, span, value, MirOperand.Of(Constants.Of(MirType.String, format)));
    }

    private MirOperand Interpolated(IInterpolatedStringOperation interpolated)
    {
        var parts = new List<MirOperand>();
        var literal = new StringBuilder();
        MirSpan span = Span(interpolated);
        foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation text:
                    literal.Append(text.Text.ConstantValue.Value as string);
                    break;
                case IInterpolationOperation hole:
                    if (literal.Length > 0) parts.Add(MirOperand.Of(Constants.Of(MirType.String, literal.ToString())));
                    literal.Clear();
                    parts.Add(Hole(hole));
                    break;
                default:
                    return Unsupported("a custom interpolated string", interpolated);
            }
        }

        if (literal.Length > 0 || parts.Count == 0) parts.Add(MirOperand.Of(Constants.Of(MirType.String, literal.ToString())));
        return Intrinsic("string.Concat", MirType.String, span, [.. parts]);
    }

    /// <summary>A hole is made text where it stands, before the next is evaluated.</summary>
    private MirOperand Hole(IInterpolationOperation hole)
    {
        MirSpan span = Span(hole);
        IOperation expression = Unboxed(hole.Expression);
        string? format = hole.FormatString is ILiteralOperation { ConstantValue.Value: string given } ? given : null;
        MirOperand value = Lower(expression);
        MirOperand text;
        if (format is null || expression.Type is null) text = ToText(value, expression, span);
        else if (IsNumeric(TypeOf(expression.Type)) && TypeOf(expression.Type).Kind != MirKind.Char && expression.Type.TypeKind != TypeKind.Enum) text = ToText(value, TypeOf(expression.Type), format, span);
        else return Unsupported("this format", hole);
        if (hole.Alignment is not { } alignment) return text;
        if (alignment.ConstantValue.Value is not int width) return Unsupported("this alignment", hole);
        string pad = width < 0 ? "System.String.PadRight(I32)" : "System.String.PadLeft(I32)";
        return Intrinsic(pad, MirType.String, span, text, MirOperand.Int(Math.Abs(width)));
    }
}
