using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>
/// The functions of the class library that can be evaluated, by their type, name and parameters' kinds, <c>System.Math.Max(I32,I32)</c>: those
/// over scalars alone, and the rest.
/// </summary>
internal static partial class Library
{
    private static readonly Dictionary<string, ScalarFunction> Scalars = CreateScalars();
    private static readonly Dictionary<string, ObjectFunction> Objects = CreateObjects();

    private static readonly MirKind[] Integers = [MirKind.I8, MirKind.U8, MirKind.I16, MirKind.U16, MirKind.I32, MirKind.U32, MirKind.I64, MirKind.U64];

    public static ScalarFunction? Scalar(string name) => Scalars.TryGetValue(name, out ScalarFunction? function) ? function : null;

    public static ObjectFunction? Object(string name) => Objects.TryGetValue(name, out ObjectFunction? function) ? function : null;

    public static bool Knows(string name) => Scalars.ContainsKey(name) || Objects.ContainsKey(name);

    private static Dictionary<string, ScalarFunction> CreateScalars()
    {
        var functions = new Dictionary<string, ScalarFunction>(StringComparer.Ordinal);
        AddMath(functions);
        AddComparing(functions);
        AddFloats(functions);
        AddBits(functions);
        AddChars(functions);
        return functions;
    }

    private static Dictionary<string, ObjectFunction> CreateObjects()
    {
        var functions = new Dictionary<string, ObjectFunction>(StringComparer.Ordinal);
        AddStrings(functions);
        AddParsing(functions);
        AddArrays(functions);
        AddSpans(functions);
        AddDecimals(functions);
        AddWide(functions);
        AddEquality(functions);
        return functions;
    }

    private static double Double(long bits) => BitConverter.Int64BitsToDouble(bits);

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static long Bool(bool value) => value ? 1 : 0;

    private static EvaluationException Refused(string what) => new(MirFault.Unsupported, what + " can't be evaluated");

    private static EvaluationException Argument(string message) => new(MirFault.Argument, message);
}
