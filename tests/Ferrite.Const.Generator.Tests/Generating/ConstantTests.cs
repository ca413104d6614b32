namespace Ferrite.Const.Generator.Tests.Generating;

/// <summary>What [ConstEval] generates, and what it is good for.</summary>
public class ConstantTests
{
    private static Generated Generate(string members, string outside = "") => Generated.From(Lab.Wrap(members) + outside);

    [Theory]
    [InlineData("uint", "2u", "internal const uint X = 2u;")]
    [InlineData("sbyte", "-5", "internal const sbyte X = -5;")]
    [InlineData("long", "long.MinValue", "internal const long X = long.MinValue;")]
    [InlineData("ulong", "ulong.MaxValue", "internal const ulong X = 18446744073709551615UL;")]
    [InlineData("bool", "1 < 2", "internal const bool X = true;")]
    [InlineData("char", "'\\n'", "internal const char X = '\\u000a';")]
    [InlineData("string", "\"a\\\"b\" + 1", "internal const string X = \"a\\\"b1\";")]
    [InlineData("string?", "null", "internal const string? X = null;")]
    [InlineData("double", "0.1 + 0.2", "internal const double X = 0.30000000000000004d;")]
    [InlineData("double", "double.NaN", "internal const double X = double.NaN;")]
    [InlineData("float", "1f / 3", "internal const float X = 0.333333343f;")]
    [InlineData("decimal", "1.50m", "internal const decimal X = 1.50m;")]
    [InlineData("DayOfWeek", "DayOfWeek.Friday", "internal const global::System.DayOfWeek X = unchecked((global::System.DayOfWeek)(5));")]
    [InlineData("nint", "5", "internal const nint X = unchecked((nint)(5L));")]
    [InlineData("Int128", "(Int128)(-1)", "internal static global::System.Int128 X => new global::System.Int128(18446744073709551615UL, 18446744073709551615UL);")]
    [InlineData("int?", "7", "internal static int? X => 7;")]
    [InlineData("(int A, string B)", "(1, \"q\")", "internal static (int A, string B) X => (1, \"q\");")]
    public void A_result_becomes_a_member_of_its_type(string type, string expression, string member)
    {
        Generated generated = Generate($"[ConstEval(\"X\")] static {type} Compute() => {expression};");

        Assert.Empty(generated.Messages);
        Assert.Contains(member, generated.Source, StringComparison.Ordinal);
        Assert.Empty(generated.Errors);
    }

    [Fact]
    public void Names_that_differ_by_case_are_two()
    {
        Generated generated = Generated.From("using Ferrite.Const; [assembly: ConstLiteral(\"Q\", P.X)] [assembly: ConstLiteral(\"q\", P.x)] partial class P { [ConstEval(\"X\")] static int F() => 1; [ConstEval(\"x\")] static int G() => 2; }");

        Assert.Equal(4, generated.Result.GeneratedSources.Length);
        Assert.Empty(generated.Errors);
    }

    [Fact]
    public void An_array_becomes_data_of_the_assembly()
    {
        Generated generated = Generate(
            """
            [ConstEval("Squares")] static uint[] Compute() { var a = new uint[4]; for (uint i = 0; i < 4; i++) a[i] = i * i; return a; }
            [ConstEval("Names")] static string[] Texts() => ["a", "b"];
            public static uint Third() => Squares[2] + (uint)Names.Length;
            """);

        Assert.Contains("internal static global::System.ReadOnlySpan<uint> Squares => new uint[] { 0u, 1u, 4u, 9u };", generated.Source, StringComparison.Ordinal);
        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
    }

    [Fact]
    public void A_struct_becomes_a_property()
    {
        Generated generated = Generate(
            """
            public record struct P2(int X, int Y) { public int Z { get; set; } }
            public struct Q { public P2 In; public long N; }
            [ConstEval("Point")] static Q Compute() => new Q { In = new P2(1, 2) { Z = 3 }, N = 4 };
            """);

        Assert.Contains("new global::P.Q() { In = new global::P.P2(1, 2) { Z = 3 }, N = 4L };", generated.Source, StringComparison.Ordinal);
        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
    }

    [Fact]
    public void A_constant_is_usable_where_the_language_wants_one()
    {
        Generated generated = Generate(
            """
            [ConstEval("N")] static int Compute() => 2 + 2;
            [ConstEval("Text")] static string Name() => "t" + 1;
            const int Twice = N * 2;
            [Obsolete(Text)] static void Old() { }
            static int F(int x = N) => x switch { N => 1, _ => 2 };
            static void G(int x) { switch (x) { case N: break; } }
            [System.Runtime.CompilerServices.InlineArray(N)] struct Buffer { private int _first; }
            """);

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
    }

    [Fact]
    public void Constants_use_each_other_in_any_order()
    {
        Generated generated = Generate(
            """
            [ConstEval("Third")] static int C() => Second * 10 + D.Other;
            [ConstEval("Second")] static int B() => First + Half + Table[1];
            [ConstEval("First")] static int A() => 1;
            [ConstEval("Table")] static int[] T() => [First, 5];
            const int Half = First * 4;
            [ConstFn] static int Choose(int x) => x switch { First => 100, Second => 200, _ => 300 };
            [ConstEval("Chosen")] static int E() => Choose(10);
            """,
            "\nstatic partial class D { [ConstEval(\"Other\")] static int A() => 7; }");

        Assert.Empty(generated.Messages);
        Assert.Contains("const int Third = 107;", generated.Source, StringComparison.Ordinal);
        Assert.Contains("const int Chosen = 200;", generated.Source, StringComparison.Ordinal);
        Assert.Empty(generated.Errors);
    }

    [Fact]
    public void A_member_is_public_where_its_method_is_and_sits_in_the_same_types()
    {
        Generated generated = Generated.From(
            """
            using Ferrite.Const;
            namespace N.M;
            public partial class Outer { partial record struct Inner { partial interface I { [ConstEval("class")] public static int F() => 1; } } }
            """);

        Assert.Contains("public const int @class = 1;", generated.Source, StringComparison.Ordinal);
        Assert.Empty(generated.Errors);
    }
}
