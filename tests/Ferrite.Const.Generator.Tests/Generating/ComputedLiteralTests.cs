using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests.Generating;

/// <summary>Values that are types and constants that are computed, over each other.</summary>
public class ComputedLiteralTests
{
    private const string Layout =
        """
        public static partial class Layout
        {
            public const int Half = X / 2;
            [ConstEval("X")] internal static int ComputeX() => 7;
            [ConstEval("Y")] internal static int ComputeY() => X + 1;
            [ConstEval("Day")] internal static System.DayOfWeek ComputeDay() => System.DayOfWeek.Friday;
            [ConstEval("Text")] internal static string ComputeText() => "a" + X;
            [ConstEval("Ratio")] internal static double ComputeRatio() => X / 2.0;
            [ConstEval("Long")] internal static string ComputeLong() => new string('x', 300);
            [ConstEval("None")] internal static string? ComputeNone() => null;
        }
        """;

    private static Generated Generate(string attributes, string code = "") => Generated.From($"using Ferrite.Const;\n{attributes}\n{Layout}\n{code}");

    [Theory]
    [InlineData("Layout.X * Layout.Y", "global::Ferrite.Const.Dec<global::Ferrite.Const.D5, global::Ferrite.Const.D6>")]
    [InlineData("Layout.X - 9", "global::Ferrite.Const.Neg<global::Ferrite.Const.D2>")]
    [InlineData("Layout.Half", "global::Ferrite.Const.D3")]
    [InlineData("(ulong)Layout.X", "global::Ferrite.Const.D7")]
    [InlineData("value: Layout.X", "global::Ferrite.Const.D7")]
    [InlineData("Layout.X > 6", "global::Ferrite.Const.True")]
    [InlineData("Layout.Day", "global::Ferrite.Const.Enum<global::System.DayOfWeek, global::Ferrite.Const.D5>")]
    [InlineData("(char)(Layout.X + 2)", "global::Ferrite.Const.Character<global::Ferrite.Const.D9>")]
    [InlineData("Layout.Text", "global::Ferrite.Const.Text<global::Ferrite.Const.Dec<global::Ferrite.Const.D9, global::Ferrite.Const.D7>, global::Ferrite.Const.Text<global::Ferrite.Const.Dec<global::Ferrite.Const.D5, global::Ferrite.Const.D5>, global::Ferrite.Const.EmptyText>>")]
    public void An_expression_over_constants_that_are_computed_is_its_value_s_type(string expression, string type)
    {
        Generated generated = Generate($"[assembly: ConstLiteral(\"Value\", {expression})]", "class Uses { System.Collections.Generic.List<Value>? _values; }");

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
        Assert.Contains($"global using @Value = {type};", generated.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_and_types_are_over_each_other_in_any_order()
    {
        Generated generated = Generate(
            "[assembly: ConstLiteral(\"Third\", Chain.Second * 2)]\n[assembly: ConstLiteral(\"First\", Layout.X)]\n[assembly: ConstLiteral(\"Plain\", 3)]",
            """
            static partial class Chain
            {
                [ConstEval("Fourth")] static int D() => Third.As<int>() + Read<Third>() + Sum<Third, _1>.As<int>() + Max<Third, Plain>.As<short>();
                [ConstEval("Second")] static long B() => First.As<long>() + Plain.As<int>() + _1500.As<short>() + Read<Sum<_2, _3>>();
                [ConstFn] static int Read<N>() where N : struct, IConst<int> => N.Value;
                [ConstEval("Picked")] static int P() => If<Less<First, Third>, First, Quotient<First, _0>>.As<int>() - Neg<First>.As<int>();
            }
            """);

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
        Assert.Contains("const int Fourth = 12121;", generated.Source, StringComparison.Ordinal);
        Assert.Contains("const long Second = 1515L;", generated.Source, StringComparison.Ordinal);
        Assert.Contains("const int Picked = 14;", generated.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_value_of_a_type_is_the_one_it_has_when_the_program_runs()
    {
        Generated generated = Generate(
            "[assembly: ConstLiteral(\"Word\", \"grün\")]\n[assembly: ConstLiteral(\"Letter\", 'x')]\n[assembly: ConstLiteral(\"Yes\", true)]\n[assembly: ConstLiteral(\"Later\", Layout.Text)]",
            """
            static partial class Values
            {
                [ConstEval("All")] static string Compute() => Word.As<string>() + Letter.As<char>() + Letter.As<int>() + Yes.As<bool>() + Text<Later>() + Neg<_5>.As<sbyte>() + Product<_6, _7>.As<System.Int128>() + Greater<_2, _1>.As<bool>();
                [ConstFn] static string Text<T>() where T : struct, IConst<string> => T.Value;
            }
            """);

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
        Assert.Contains("const string All = \"gr\\u00fcnx120Truea7-542True\";", generated.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_and_constants_that_need_each_other_are_an_error_that_lists_them()
    {
        Generated generated = Generated.From(
            """
            using Ferrite.Const;
            [assembly: ConstLiteral("Area", Frame.Size + 1)]
            static partial class Frame
            {
                [ConstEval("Size")]
                static int Compute() => Helper();
                [ConstFn]
                static int Helper() =>
                    Sum<Area, _1>.As<int>();
            }
            """);

        Assert.Equal(
        [
            "FER3013 (2): 'Size' has no value, as computing it needs it: Frame.Compute → Area → Frame.Compute",
            "FER3013 (9): 'Area' has no value, as computing it needs it: Area → Frame.Compute → Area",
        ],
        generated.Messages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Layout.Ratio", "FER3001 (2): A const parameter is an integer, bool, char, enum or string, which double is not")]
    [InlineData("Layout.None", "FER3001 (2): A const parameter is an integer, bool, char, enum or string, which null is not")]
    [InlineData("Layout.Text + Layout.Long", "FER3001 (2): A const parameter is an integer, bool, char, enum or string, which a string of 302 characters, more than 256, is not")]
    [InlineData("int.MaxValue + Layout.X", "FER3011 (2): 'Value' has no value: 2147483647 + 7 overflows int")]
    public void What_can_be_no_type_is_said_where_it_stands(string expression, string message) =>
        Assert.Equal([message], Generate($"[assembly: ConstLiteral(\"Value\", {expression})]").Messages);

    [Fact]
    public void A_name_for_two_values_is_an_error_and_the_first_one_s()
    {
        Generated generated = Generate("[assembly: ConstLiteral(\"Value\", Layout.X)]\n[assembly: ConstLiteral(\"Value\", Layout.Y)]");

        Assert.Equal(["FER3021 (3): Value is the name of another value"], generated.Messages);
        Assert.Contains("global using @Value = global::Ferrite.Const.D7;", generated.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_none_is_said_where_it_stands() =>
        Assert.Equal(["FER3020 (2): 'a b' is no name for a type"], Generate("[assembly: ConstLiteral(\"a b\", Layout.X)]").Messages);

    [Theory]
    [InlineData("Layout.Nothing")]
    [InlineData("Nowhere + 1")]
    [InlineData("Layout.X + \"a\" - 1")]
    [InlineData("Layout.ComputeX()")]
    [InlineData("Layout.X +")]
    public void What_the_compiler_refuses_is_left_to_it(string expression)
    {
        Generated generated = Generate($"[assembly: ConstLiteral(\"Value\", {expression})]", "class Uses { System.Collections.Generic.List<Value>? _values; [ConstFn] static int F() => Value.As<int>(); }");

        Assert.All(generated.Messages, static message => Assert.StartsWith("FER3010", message, StringComparison.Ordinal));
        Assert.NotEmpty(generated.Errors);
    }

    [Theory]
    [InlineData("int A = 1", "int A = 2", IncrementalStepRunReason.Cached)]
    [InlineData("ComputeX() => 7", "ComputeX() => 9", IncrementalStepRunReason.Modified)]
    [InlineData("Layout.X + Limit", "/* */ Layout.X + Limit", IncrementalStepRunReason.Cached)]
    [InlineData("Layout.X + Limit", "Layout.Y + Limit", IncrementalStepRunReason.Modified)]
    [InlineData("Top = 5", "Top = 6", IncrementalStepRunReason.Modified)]
    public void An_edit_evaluates_a_named_value_only_if_it_concerns_it(string old, string changed, IncrementalStepRunReason reason)
    {
        string[] sources =
        [
            "[assembly: Ferrite.Const.ConstLiteral(\"Area\", Layout.X + Limit.Top)]", "static class Limit { public const int Top = Base.Top; }",
            "static class Base { public const int Top = 5; }", "using Ferrite.Const;\n" + Layout, "class Program { static void Main() { int A = 1; } }",
        ];
        CSharpCompilation before = Lab.Compile(sources);
        Generated first = Generated.From(before);
        Assert.Empty(first.Messages);
        SyntaxTree tree = before.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        Generated after = first.With(before.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(tree.ToString().Replace(old, changed, StringComparison.Ordinal)))));

        // The named value comes behind the constants.
        Assert.Equal(reason, after.Reasons(ConstEvalGenerator.EvaluationStep)[^1]);
    }

    /// <summary>The compiler has the value of the name, and nothing of the code that uses it mentions where it comes from.</summary>
    [Fact]
    public void A_name_s_value_is_followed_to_where_it_comes_from()
    {
        CSharpCompilation before = Lab.Compile(
            "[assembly: Ferrite.Const.ConstLiteral(\"Area\", Limit.Top)] partial class P { [Ferrite.Const.ConstEval(\"X\")] static int F() => Area.As<int>(); }",
            "static class Limit { public const int Top = Base.Bottom + 1; }",
            "static class Base { public const int Bottom = 5; }");
        Generated first = Generated.From(before);
        Assert.Contains("const int X = 6;", first.Source, StringComparison.Ordinal);
        SyntaxTree tree = before.SyntaxTrees[2];

        Generated after = first.With(before.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From("static class Base { public const int Bottom = 8; }"))));

        Assert.Contains("const int X = 9;", after.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using CE = Ferrite.Const.ConstEvalAttribute;\nusing CF = Ferrite.Const.ConstFnAttribute;\npartial class P { [CE(\"X\")] static int F() => G(); [CF] static int G() => 3; }", "")]
    [InlineData("namespace N; using CE = global::Ferrite.Const.ConstEvalAttribute; partial class P { [CE(\"X\")] static int F() => 3; }", "")]
    [InlineData("partial class P { [CE(\"X\")] static int F() => 3; }", "global using CE = Ferrite.Const.ConstEvalAttribute;")]
    [InlineData("[assembly: CL(\"Three\", P.X)] partial class P { [Ferrite.Const.ConstEval(\"X\")] static int F() => 3; System.Collections.Generic.List<Three>? _three; }", "global using CL = Ferrite.Const.ConstLiteralAttribute;")]
    public void Attributes_are_seen_under_an_alias(string source, string other)
    {
        Generated generated = Generated.From(source, other);

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
        Assert.Contains("const int X = 3;", generated.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_that_is_added_or_goes_away_is_noticed()
    {
        CSharpCompilation before = Lab.Compile("partial class P { [CE(\"X\")] static int F() => 3; }", "class Other { }");
        Generated first = Generated.From(before);
        Assert.Empty(first.Source);
        Generated added = first.With(Replace(before, "global using CE = Ferrite.Const.ConstEvalAttribute; class Other { }", out CSharpCompilation with));
        Assert.Contains("const int X = 3;", added.Source, StringComparison.Ordinal);

        Assert.Empty(added.With(Replace(with, "class Other { }", out _)).Source);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string text, out CSharpCompilation replaced) =>
        replaced = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], CSharpSyntaxTree.ParseText(text, Lab.Parsing, compilation.SyntaxTrees[1].FilePath));
}
