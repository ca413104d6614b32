using System.Reflection;
using System.Runtime.Loader;
using Ferrite.Const.Generator.Tests.Differential;
using Ferrite.Const.Generator.Tests.Evaluating;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Tests.Generating;

/// <summary>What is generated is what the method returns when the program runs: compiled, loaded and compared.</summary>
public class EmissionTests
{
    public static TheoryData<string> Programs => [.. LanguagePrograms.All, .. OrderPrograms.All];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_programs_result(string members)
    {
        string declared = members.Replace("public static", "[ConstEval(\"Emitted\")] public static", StringComparison.Ordinal);
        int entry = declared.LastIndexOf(" Run()", StringComparison.Ordinal), marked = declared.LastIndexOf("[ConstEval(\"Emitted\")]", entry, StringComparison.Ordinal);
        Check(declared[..marked].Replace("[ConstEval(\"Emitted\")] ", "", StringComparison.Ordinal) + declared[marked..], members.Contains("[] Run()", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("string", "\"\\0\" + \"1\\u0007\\t\\r\\n\\\\\\\"{}\" + 'é' + '\\ud83d' + '\\ude00' + '\\ud800' + \"\\u2028\\u0085\"")]
    [InlineData("char", "'\\''")]
    [InlineData("char", "'\\ud800'")]
    [InlineData("float", "float.Epsilon")]
    [InlineData("float", "float.MaxValue * 2")]
    [InlineData("float", "-0f")]
    [InlineData("double", "double.Epsilon")]
    [InlineData("double", "-1 / double.PositiveInfinity")]
    [InlineData("double", "1e22 + 0.1")]
    [InlineData("decimal", "decimal.MinValue")]
    [InlineData("decimal", "0.0000000000000000000000000001m")]
    [InlineData("Int128", "Int128.MinValue")]
    [InlineData("UInt128", "UInt128.MaxValue - 5")]
    [InlineData("nint", "unchecked((nint)5000000000)")]
    [InlineData("nuint", "nuint.MaxValue")]
    [InlineData("DayOfWeek", "(DayOfWeek)(-7)")]
    [InlineData("DayOfWeek?", "DayOfWeek.Monday")]
    [InlineData("decimal?", "null")]
    [InlineData("(int, (string?, double), bool?)", "(-1, (null, -0.5), null)")]
    [InlineData("(int, int, int, int, int, int, int, int, string)", "(1, 2, 3, 4, 5, 6, 7, 8, \"n\")")]
    public void A_value(string type, string value) => Check($"[ConstEval(\"Emitted\")] public static {type} Run() => {value};");

    [Theory]
    [InlineData("sbyte", "[-128, 127, 0]")]
    [InlineData("char", "['\\'', '\\\\', '\\uffff', '\\0']")]
    [InlineData("bool", "[true, false]")]
    [InlineData("float", "[-0f, float.NaN, 1f / 3, float.NegativeInfinity]")]
    [InlineData("ulong", "[ulong.MaxValue, 0]")]
    [InlineData("long", "[long.MinValue, -1]")]
    [InlineData("DayOfWeek", "[DayOfWeek.Friday, (DayOfWeek)99]")]
    [InlineData("nint", "[-1, 7]")]
    [InlineData("decimal", "[1.50m, -0.1m]")]
    [InlineData("Int128", "[-1, Int128.MaxValue]")]
    [InlineData("string?", "[\"a\\\"b\", null, \"\"]")]
    [InlineData("int?", "[1, null]")]
    [InlineData("int[]", "[new[] { 1, 2 }, new int[0]]")]
    [InlineData("(int A, string B)", "[(1, \"x\"), (2, \"y\")]")]
    [InlineData("P.Point", "[new Point { X = 1 }, default]")]
    [InlineData("int", "[]")]
    public void An_array(string element, string items) =>
        Check($"public struct Point {{ public int X; public long Y; }} [ConstEval(\"Emitted\")] public static {element}[] Run() => {items};", isArray: true);

    private static void Check(string members, bool isArray = false)
    {
        string emitted = isArray ? "Emitted.ToArray()" : "Emitted";
        Generated generated = Generated.From(Lab.Wrap(members), "public static class Reader { public static object? Get() => " + emitted.Replace("Emitted", "P.Emitted", StringComparison.Ordinal) + "; }");
        var loaded = new AssemblyLoadContext(null, isCollectible: true);
        Assembly assembly = Load(loaded, generated.Messages.Length == 0 ? generated.Output : Lab.Compile(Lab.Wrap(members)));

        string executed = Run(assembly.GetType("P")!.GetMethod("Run")!);

        // What fails when it runs has no value, and is told.
        if (generated.Messages.Length > 0) Assert.True(executed.StartsWith("fails", StringComparison.Ordinal) || generated.Messages[0].StartsWith("FER3015", StringComparison.Ordinal), string.Join('\n', generated.Messages) + executed);
        else Assert.Equal(executed, Run(assembly.GetType("Reader")!.GetMethod("Get")!));
        loaded.Unload();
    }

    private static Assembly Load(AssemblyLoadContext loaded, Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return loaded.LoadFromStream(image);
    }

    private static string Run(MethodInfo method)
    {
        try
        {
            return Canonical.Of(method.Invoke(null, null));
        }
        catch (TargetInvocationException e)
        {
            return Canonical.OfException(e.InnerException!);
        }
    }
}
