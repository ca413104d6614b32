using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Tests.Differential;

/// <summary>Results of both sides as the same text.</summary>
internal static class Canonical
{
    internal static string Of(Outcome outcome) => outcome.Failure is { } failure ? "fails: " + failure.Fault : Of(outcome.Result!);

    internal static string OfException(Exception exception) => "fails: " + exception switch
    {
        OverflowException => MirFault.Overflow,
        DivideByZeroException => MirFault.DivideByZero,
        IndexOutOfRangeException => MirFault.IndexOutOfRange,
        NullReferenceException => MirFault.NullReference,
        InvalidCastException => MirFault.InvalidCast,
        SwitchExpressionException => MirFault.NoMatch,
        FormatException => MirFault.Format,
        ArgumentException { ParamName: not "thrown" } => MirFault.Argument,
        _ => MirFault.Thrown,
    };

    internal static string Of(object? value) => value switch
    {
        null => "null",
        bool known => known ? "1" : "0",
        string text => '"' + text + '"',
        char c => ((int)c).ToString(CultureInfo.InvariantCulture),
        float or double => BitConverter.DoubleToInt64Bits(Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        decimal known => known.ToString(CultureInfo.InvariantCulture),
        Enum known => Of(Convert.ChangeType(known, Enum.GetUnderlyingType(known.GetType()), CultureInfo.InvariantCulture)),
        Array items => "[" + string.Join(",", items.Cast<object?>().Select(Of)) + "]",
        ITuple tuple => "(" + string.Join(",", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))) + ")",
        IFormattable number when value.GetType().Namespace is "System" => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "(" + string.Join(",", value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => Of(field.GetValue(value)))) + ")",
    };

    private static string Of(Literal literal) => literal switch
    {
        ScalarsLiteral items => "[" + string.Join(",", items.Items.Select(bits => Scalar(items.Type.Element!.Kind, bits))) + "]",
        ItemsLiteral items => "[" + string.Join(",", items.Items.Select(Of)) + "]",
        FieldsLiteral fields => "(" + string.Join(",", fields.Fields.Select(Of)) + ")",
        ScalarLiteral scalar when scalar.Type.Kind.IsScalar => Scalar(scalar.Type.Kind, scalar.Bits),
        ScalarLiteral { Object: string text } => '"' + text + '"',
        ScalarLiteral { Object: decimal or BigInteger } scalar => Convert.ToString(scalar.Object, CultureInfo.InvariantCulture)!,
        _ => "null",
    };

    private static string Scalar(MirKind kind, long bits) => kind == MirKind.U64 ? ((ulong)bits).ToString(CultureInfo.InvariantCulture) : bits.ToString(CultureInfo.InvariantCulture);
}
