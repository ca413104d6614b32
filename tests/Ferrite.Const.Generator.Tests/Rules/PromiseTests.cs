namespace Ferrite.Const.Generator.Tests.Rules;

/// <summary>FER3010: [ConstFn] is checked where it is written, in every branch.</summary>
public class PromiseTests
{
    private static string[] Messages(string source) => Generated.From("using System; using Ferrite.Const;\n" + source).Messages;

    [Theory]
    [InlineData("[ConstFn] static int F(bool b) { if (b) Console.WriteLine(1); return 1; }", "'Console.WriteLine(int)', whose source isn't in this compilation,")]
    [InlineData("[ConstFn] static int F() => G(); static int G() => 1;", "'P.G()', which isn't [ConstFn],")]
    [InlineData("static int s_x; [ConstFn] static int F() => s_x;", "the static field 's_x'")]
    [InlineData("[ConstFn] static int F() { try { return 1; } catch { return 2; } }", "'try'")]
    [InlineData("[ConstFn] static int F() { Func<int> f = () => 1; return f(); }", "a delegate")]
    [InlineData("[ConstFn] static object F() => 1;", "boxing int")]
    [InlineData("[ConstFn] static long F() => DateTime.Now.Ticks;", "'DateTime.Now'")]
    [InlineData("[ConstFn] static int F(T t) => t.V(); class T { public virtual int V() => 1; }", "the virtual 'P.T.V()'")]
    [InlineData("[ConstFn] static int F<T>(T t) => G(t); static int G<T>(T t) => 1;", "'P.G<T>(T)', which isn't [ConstFn],")]
    public void What_breaks_the_promise_is_told_in_every_branch(string members, string what)
    {
        string[] messages = Messages("partial class P { " + members + " }");

        Assert.Contains(messages, message => message.StartsWith("FER3010 (2): 'P.F' promises to be evaluable, but " + what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[ConstFn] static class P { static int F() => G(); static int G() => 1; }")]
    [InlineData("class P { [ConstFn] int X { get { return 1; } set { } } [ConstFn] static int F(P p) => p.X; }")]
    [InlineData("record R(int X); class P { [ConstFn] static int F() => new R(1) is { X: > 0 and var x } ? x : 2; }")]
    [InlineData("class P { [ConstFn] static T F<T>(T a, T b, bool c) { T[] x = { a, b }; foreach (T t in x) if (c) return t; return x[0]; } }")]
    [InlineData("class P { [ConstFn] static int F(int n) => n > 1 ? n * F(n - 1) : 1; }")]
    [InlineData("class P { int _x; [ConstFn] public P(int x) { _x = x; } [ConstFn] static int F() => new P(3)._x; }")]
    public void What_keeps_the_promise_is_left_alone(string source) => Assert.Empty(Messages(source));

    [Fact]
    public void A_broken_promise_makes_one_error_whoever_evaluates_it()
    {
        string[] messages = Messages("partial class P { [ConstFn] static int F() { Console.Write(1); return 1; } [ConstEval(\"X\")] static int G() => F(); [ConstEval(\"Y\")] static int H() => F(); }");

        Assert.StartsWith("FER3010 (2): 'P.F'", Assert.Single(messages), StringComparison.Ordinal);
    }
}
