namespace Ferrite.Const.Generator.Tests.Rules;

/// <summary>FER3010: [ConstFn] is checked where it is written, in every branch.</summary>
public class PromiseTests
{
    private static string[] Messages(string source) => Generated.From("using System; using Ferrite.Const;\n" + source).Messages;

    [Theory]
    [InlineData("[ConstFn] static int F(bool b) { if (b) Console.WriteLine(1); return 1; }", "'Console.WriteLine(int)', whose source isn't in this compilation,")]
    [InlineData("[ConstFn] static int F() => G(); static int G() => 1;", "'P.G()', which isn't [ConstFn],")]
    [InlineData("static int s_x; [ConstFn] static int F() => s_x;", "the static field 's_x'")]
    [InlineData("[ConstFn] static int F() { try { return 1; } catch { return 2; } }", "'catch'")]
    [InlineData("[ConstFn] static int F() { Func<int> f = () => 1; return f(); }", "a delegate")]
    [InlineData("[ConstFn] static object F() => 1;", "boxing int")]
    [InlineData("[ConstFn] static long F() => DateTime.Now.Ticks;", "'DateTime.Now'")]
    [InlineData("[ConstFn] static int F(T t) => t.V(); class T { public virtual int V() => 1; }", "'P.T.V()', which isn't [ConstFn],")]
    [InlineData("[ConstFn] static string F(T t) => t.ToString()!; class T;", "'object.ToString()', whose source isn't in this compilation,")]
    [InlineData("[ConstFn] static int F(object o) { lock (o) { return 1; } }", "'lock'")]
    [InlineData("[ConstFn] static int F() { using var d = new D(); return 1; } class D : IDisposable { [ConstFn] public D() { } public void Dispose() { } }", "'P.D.Dispose()', which isn't [ConstFn],")]
    [InlineData("[ConstFn] static int F<T>(T t) where T : System.Numerics.INumber<T> { Console.Write(t); return 1; }", "'Console.Write(object?)', whose source isn't in this compilation,")]
    [InlineData("[ConstFn] static int F<T>(T t) => G(t); static int G<T>(T t) => 1;", "'P.G<T>(T)', which isn't [ConstFn],")]
    [InlineData("[ConstFn] static int F() { var a = new int[2, 3]; return 1; }", "an array of several dimensions")]
    [InlineData("[ConstFn] static int F(int[,] a) => a[0, 1];", "an array of several dimensions")]
    [InlineData("[ConstFn] static System.Collections.Generic.IEnumerable<int> F() { yield return 1; }", "'yield'")]
    [InlineData("[ConstFn] static async System.Threading.Tasks.Task F() { await System.Threading.Tasks.Task.Yield(); }", "'await'")]
    [InlineData("[ConstFn] static int[] F(int[] a) { int[] b = [1, .. a]; return b; }", "a spread")]
    [InlineData("[ConstFn] static int F() { IComparable c = 3; return 1; }", "boxing int")]
    [InlineData("[ConstFn] static int F() { try { goto end; } finally { } end: return 1; }", "'goto' to a label further down, within 'try' or 'using',")]
    [InlineData("[ConstFn] static unsafe int F(int* p) => *p;", "'*p'")]
    public void What_breaks_the_promise_is_told_in_every_branch(string members, string what)
    {
        string[] messages = Messages("partial class P { " + members + " }");

        Assert.Contains(messages, message => message.StartsWith("FER3010 (2): 'P.F' promises to be evaluable, but " + what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[ConstFn] class Stack<T> { T[] _a = new T[1]; int _n; public int Count { get; set; } public void Push(T x) { _a[_n++] = x; Count = _n; } public (T, int) Pop() => (_a[--_n], Count); public static Stack<T> Make() => new Stack<T> { Count = 0 }; }")]
    [InlineData("[ConstFn] struct Ring<T> { T[] _a; int _h; public Ring(int n) { _a = new T[n]; _h = 0; } public T this[int i] { get => _a[i]; set => _a[i] = value; } public void Add(T x) { this[_h++ % _a.Length] = x; } }")]
    [InlineData("interface IShape { static abstract int Sides { get; } static abstract int Area(int n); } class P { [ConstFn] static int F<T>() where T : IShape => T.Sides + T.Area(2); }")]
    [InlineData("[ConstFn] static class P { static int F() => G(); static int G() => 1; }")]
    [InlineData("class P { [ConstFn] int X { get { return 1; } set { } } [ConstFn] static int F(P p) => p.X; }")]
    [InlineData("record R(int X); class P { [ConstFn] static int F() => new R(1) is { X: > 0 and var x } ? x : 2; }")]
    [InlineData("class P { [ConstFn] static T F<T>(T a, T b, bool c) { T[] x = { a, b }; foreach (T t in x) if (c) return t; return x[0]; } }")]
    [InlineData("class P { [ConstFn] static int F(int n) => n > 1 ? n * F(n - 1) : 1; }")]
    [InlineData("abstract class A { [ConstFn] public abstract int V(); } class P : A { [ConstFn] public override int V() => 1; [ConstFn] static int F(A a) => a.V(); }")]
    [InlineData("[ConstFn] interface I { int V(); int W() => V(); } class P { [ConstFn] static int F(I i) => i.W(); [ConstFn] static T G<T>(T t) where T : System.Numerics.INumber<T> => t + T.One > t ? -t : T.Zero; }")]
    [InlineData("class P { int _x; [ConstFn] public P(int x) { _x = x; } [ConstFn] static int F() => new P(3)._x; }")]
    public void What_keeps_the_promise_is_left_alone(string source) => Assert.Empty(Messages(source));

    [Fact]
    public void What_the_type_says_is_told_where_it_is_known() => Assert.Equal(
        ["FER3010 (2): 'P.S' promises to be evaluable, but a shift of numbers shorter than 32 bits through a type parameter can't be evaluated"],
        Messages("partial class P { [ConstFn] static T S<T>(T a) where T : System.Numerics.IBinaryInteger<T> => a << 1; [ConstEval(\"X\")] static byte G() => S((byte)1); }"));

    [Fact]
    public void A_struct_behind_an_interface_s_own_method_is_boxed()
    {
        string[] messages = Messages("[ConstFn] interface I { int G() => 1; } struct S : I; partial class P { [ConstFn] static int F<T>(T t) where T : I => t.G(); [ConstEval(\"X\")] static int H() => F(new S()); }");

        Assert.Equal("FER3010 (2): 'P.F' promises to be evaluable, but boxing S can't be evaluated", Assert.Single(messages));
    }

    [Fact]
    public void A_parameter_that_a_class_keeps_is_named() => Assert.Equal(
        ["FER3010 (2): 'C.get_N' promises to be evaluable, but a parameter of the type's primary constructor can't be evaluated"],
        Messages("class C(int n) { [ConstFn] public int N => n; }"));

    [Fact]
    public void An_override_without_the_promise_fails_where_it_runs()
    {
        string[] messages = Messages("class A { [ConstFn] public virtual int V() => 1; } class B : A { public override int V() => 2; }\npartial class P { [ConstFn] static int F(A a) => a.V(); [ConstEval(\"X\")] static int G() => F(new A()); [ConstEval(\"Y\")] static int H() => F(new B()); }");

        Assert.StartsWith("FER3011 (3): 'Y' has no value: 'B.V()' is called, which isn't [ConstFn], in P.F(", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_promise_makes_one_error_whoever_evaluates_it()
    {
        string[] messages = Messages("partial class P { [ConstFn] static int F() { Console.Write(1); return 1; } [ConstEval(\"X\")] static int G() => F(); [ConstEval(\"Y\")] static int H() => F(); }");

        Assert.StartsWith("FER3010 (2): 'P.F'", Assert.Single(messages), StringComparison.Ordinal);
    }
}
