namespace Ferrite.Const.Generator.Tests.Generating;

/// <summary>Errors: at the operation that failed, with its values and the calls that led there.</summary>
public class FailureTests
{
    private static string[] Messages(string members) => Generated.From(Lab.Wrap(members)).Messages;

    [Fact]
    public void An_overflow_tells_values_place_and_calls()
    {
        string[] messages = Messages("""
            [ConstFn] static uint Gap(uint x, uint y) =>
                x - y;
            [ConstFn] static uint Twice(uint x) => Gap(x, 5) * 2;
            [ConstEval("X")] static uint Compute() => Twice(3);
            """);

        Assert.Equal(["FER3011 (4): 'X' has no value: 3u - 5u overflows uint, in P.Gap(3u, 5u), called by P.Twice(3u) in line 5, called by P.Compute() in line 6"], messages);
    }

    [Theory]
    [InlineData("int z = 0; return 7 / z;", "7 / 0 divides by zero")]
    [InlineData("int[] a = [1, 2]; return a[2];", "index 2 is outside of int[2]")]
    [InlineData("string s = \"abc\"; return s[-1];", "index -1 is outside of a string of 3")]
    [InlineData("string s = null!; return s.Length;", "null is dereferenced")]
    [InlineData("int x = 300; return (byte)x;", "(byte)300 overflows byte")]
    [InlineData("long x = long.MinValue; return (int)-x;", "-(-9223372036854775808L) overflows long")]
    [InlineData("int x = 3; return x switch { 1 => 2 };", "no arm of the switch matches: 3")]
    [InlineData("int x = 3; if (x > 2) throw new ArgumentException(\"too \" + x); return 1;", "ArgumentException is thrown: too 3")]
    [InlineData("return new int[-1].Length;", "an array can't have -1 elements")]
    [InlineData("return int.Parse(\"1x\");", "\"1x\" is no int")]
    [InlineData("int? x = null; return x!.Value;", "InvalidOperationException is thrown: a nullable without a value is read")]
    [InlineData("int x = 3; System.Diagnostics.Debug.Assert(x < 2); return x;", "the assertion fails")]
    [InlineData("decimal d = decimal.MaxValue; return (int)(d + 1);", "79228162514264337593543950335m + 1m overflows decimal")]
    [InlineData("UInt128 x = 1; return (int)(x - 2);", "1 - 2 overflows System.UInt128")]
    public void Every_failure_says_what_happened(string body, string message) =>
        Assert.Equal([$"FER3011 (3): 'X' has no value: {message}"], Messages($"[ConstEval(\"X\")] static int Compute() {{ {body} }}"));

    [Fact]
    public void An_initializer_that_fails_is_shown_where_it_stands()
    {
        string[] messages = Messages("""
            struct S
            {
                int _n = int.Parse("9") / F(0);
                [ConstFn] static int F(int x) => x;
                [ConstFn] public S(int n) => _n += n;
                [ConstFn] public int N => _n;
            }
            [ConstEval("X")] static int Compute() => new S(1).N;
            """);

        Assert.StartsWith("FER3011 (5): 'X' has no value: 9 / 0 divides by zero, in new S(", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_branch_that_is_taken_is_evaluated() =>
        Assert.Empty(Messages("[ConstFn] static uint Gap(uint x, uint y) => x > y ? x - y : y - x; [ConstEval(\"X\")] static uint Compute() => Gap(3, 5) + Gap(5, 3);"));

    [Fact]
    public void A_constant_declared_apart_fails_by_itself()
    {
        Generated generated = Generated.From(Lab.Wrap("""
            const uint X = 3, Y = 5;
            [ConstEval("A")] static uint ComputeA() { uint x = X; return x - Y; }
            [ConstEval("B")] static uint ComputeB() { uint y = Y; return y - X; }
            """));

        Assert.Equal(["FER3011 (4): 'A' has no value: 3u - 5u overflows uint"], generated.Messages);
        Assert.Contains("const uint B = 2u;", generated.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_is_listed()
    {
        string[] messages = Messages("""
            [ConstEval("A")] static int ComputeA() => B + 1;
            [ConstEval("B")] static int ComputeB() => C + 1;
            [ConstEval("C")] static int ComputeC() => A + 1;
            [ConstEval("D")] static int ComputeD() => 1;
            """);

        Assert.Equal(3, messages.Length);
        Assert.Contains("FER3013 (5): 'A' has no value, as computing it needs it: P.ComputeA → P.ComputeB → P.ComputeC → P.ComputeA", messages);
    }

    [Fact]
    public void A_cycle_in_a_branch_that_is_not_taken_is_none() => Assert.Empty(Messages("""
            [ConstEval("A")] static int ComputeA() => B > 0 ? 1 : A;
            [ConstEval("B")] static int ComputeB() => 2;
            """));

    [Theory]
    [InlineData("int F() => 1;", "it isn't static")]
    [InlineData("static int F(int x) => 1;", "it has parameters")]
    [InlineData("static void F() { }", "it returns nothing")]
    [InlineData("static T F<T>() => default!;", "it is generic")]
    public void A_method_that_cannot_be_a_constant_is_told_why(string method, string why)
    {
        Generated generated = Generated.From("using Ferrite.Const; partial class P { [ConstEval(\"X\")] " + method + " }");

        Assert.Equal([$"FER3014 (1): 'P.F' can't be evaluated to a constant: {why}"], generated.Messages);
    }

    [Theory]
    [InlineData("using Ferrite.Const; class P { [ConstEval(\"X\")] static int F() => 1; }", "'P' isn't partial")]
    [InlineData("using Ferrite.Const; partial class P<T> { [ConstEval(\"X\")] static int F() => 1; }", "'P' is generic")]
    [InlineData("using Ferrite.Const; partial class P { [ConstEval(\"F\")] static int F() => 1; }", "'P' already has a member 'F'")]
    [InlineData("using Ferrite.Const; partial class P { [ConstEval(\"1x\")] static int F() => 1; }", "\"1x\" is no identifier")]
    public void A_name_or_type_that_does_not_fit_is_told(string source, string why) =>
        Assert.Equal([$"FER3014 (1): 'P.F' can't be evaluated to a constant: {why}"], Generated.From(source).Messages);

    [Fact]
    public void A_result_that_no_constant_holds_is_told()
    {
        string[] messages = Messages("class C { } struct S { private int _x; public S(int x) => _x = x; } [ConstEval(\"X\")] static C F() => new C(); [ConstEval(\"Y\")] static S G() => new S(1);");

        Assert.Equal(
            [
                "FER3015 (3): 'X' can't hold what 'P.F' returns: 'P.C' is a class, and a constant can't be an object",
                "FER3015 (3): 'Y' can't hold what 'P.G' returns: generated code can't set the field '_x' of 'P.S'",
            ],
            messages);
    }

    [Theory]
    [InlineData("FerriteConstSteps", "while (true) ;", "more than 5000 steps are taken")]
    [InlineData("FerriteConstDepth", "return F();", "more than 5000 calls are within one another")]
    [InlineData("FerriteConstBytes", "return new int[100000].Length;", "more than 5000 bytes are allocated")]
    public void A_limit_says_which_it_is_and_how_to_raise_it(string property, string body, string message)
    {
        var compilation = Lab.Compile(Lab.Wrap($"[ConstEval(\"X\")] static int Compute() => F(); static int F() {{ {body} }}"));

        Generated generated = Generated.From(compilation, new Dictionary<string, string>(StringComparer.Ordinal) { [property] = "5000" });

        Assert.StartsWith($"FER3012 (3): 'X' has no value: {message}; if it is meant to, raise <{property}> in the project file, in P.F()", Assert.Single(generated.Messages), StringComparison.Ordinal);
        Assert.All(generated.Result.Diagnostics, static diagnostic => Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, diagnostic.Severity));
    }
}
