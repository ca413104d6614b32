using System.Text;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Tests.Hostile;

/// <summary>What wants to hang or harm a build gets an error, and the build goes on.</summary>
public class HostileTests
{
    [Theory]
    [InlineData("public static int Run() { while (true) ; }", nameof(MirFault.Steps))]
    [InlineData("public static int Run() { int i = 0; while (true) i = unchecked(i * 3 + 1); }", nameof(MirFault.Steps))]
    [InlineData("public static int Run() => Run();", nameof(MirFault.Depth))]
    [InlineData("public static int Run() => A() + 1; static int A() => B() + 1; static int B() => A() + 1;", nameof(MirFault.Depth))]
    [InlineData("public static int Run() => new int[int.MaxValue].Length;", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() { int n = 0; while (true) n += new long[100000].Length; }", nameof(MirFault.Bytes))]
    [InlineData("public static string Run() { string s = \"x\"; while (true) s += s; }", nameof(MirFault.Bytes))]
    [InlineData("public static string Run() => new string('x', int.MaxValue);", nameof(MirFault.Bytes))]
    [InlineData("public static string Run() => \"x\".PadLeft(int.MaxValue);", nameof(MirFault.Bytes))]
    [InlineData("class N { public N? Next; } public static int Run() { N? n = null; while (true) n = new N { Next = n }; }", nameof(MirFault.Steps))]
    [InlineData("public static int Run() { int[] a = new int[1000000]; while (true) Array.Fill(a, 1); }", nameof(MirFault.Steps))]
    [InlineData("public static int Run() { while (true) _ = new string('x', 100).Replace(\"x\", \"yy\"); }", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() => 1.ToString(\"D999999999\").Length;", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() { double x = 1; return $\"{x:F999999999}\".Length; }", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() { int x = 1; return $\"{x,999999999}\".Length; }", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() => new string(',', 30000000).Split(',').Length;", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() => new string('x', 30000000).ToCharArray().Length;", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() { Int128 x = 1; while (true) x = unchecked(x * 3 + 1); }", nameof(MirFault.Steps))]
    [InlineData("public static double Run() { double x = 1; while (true) x = 1e308 % (x + 0.0001); }", nameof(MirFault.Steps))]
    [InlineData("struct S { public int A, B; } static S Same(S s) => s; public static int Run() { S s = default; while (true) s = Same(s); }", nameof(MirFault.Steps))]
    [InlineData("public static int Run() { (int, string) t = (1, \"x\"); while (true) t = (t.Item1 ^ 1, t.Item2); }", nameof(MirFault.Steps))]
    [InlineData("struct A { public long P, Q, R, S; } struct B { public A P, Q, R, S; } struct C { public B P, Q, R, S; } struct D { public C P, Q, R, S; } struct E { public D P, Q, R, S; } struct F { public E P, Q, R, S; } public static int Run() { F f = default; while (true) f = Same(f); } static F Same(F f) => f;", nameof(MirFault.Steps))]
    [InlineData("struct A { public long P, Q, R, S; } struct B { public A P, Q, R, S; } struct C { public B P, Q, R, S; } struct D { public C P, Q, R, S; } struct E { public D P, Q, R, S; } struct F { public E P, Q, R, S; } public static int Run() => In(default); static int In(F f) => In(f) + 1;", nameof(MirFault.Bytes))]
    public void What_never_ends_is_ended(string members, string fault)
    {
        MirProgram program = Lab.Lower(Lab.Compile(Lab.Wrap(members)), "P", "Run");
        Limits limits = Limits.Default with { Bytes = 64 << 20 };
        long before = GC.GetAllocatedBytesForCurrentThread();

        Outcome outcome = Machine.Evaluate(program, limits, CancellationToken.None);

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(fault, outcome.Failure?.Fault.ToString());
        Assert.InRange(outcome.Failure!.Frames.Count, 1, 16);
        Assert.InRange(outcome.Steps, 0, limits.Steps);
        Assert.InRange(allocated, 0, IsCollected(members) ? long.MaxValue : (2 * limits.Bytes) + (16 << 20));
    }

    /// <summary>Numbers of 128 bits and structs by value are the garbage collector's at once, and don't count.</summary>
    private static bool IsCollected(string members) => members.Contains("Int128", StringComparison.Ordinal) || members.Contains(" Same(", StringComparison.Ordinal) || members.Contains("t.Item1", StringComparison.Ordinal);

    [Theory]
    [InlineData("s == t")]
    [InlineData("s.Equals(t)")]
    [InlineData("s.IndexOf('y') >= 0")]
    [InlineData("s.Contains('y')")]
    [InlineData("s.StartsWith(t, StringComparison.Ordinal)")]
    [InlineData("string.CompareOrdinal(s, t) == 0")]
    public void What_looks_at_long_texts_counts_by_their_length(string condition)
    {
        const int Length = 10_000, Times = 20;

        Outcome outcome = Lab.Evaluate($"public static int Run() {{ string s = new string('x', {Length}), t = new string('x', {Length}); int n = 0; for (int i = 0; i < {Times}; i++) if ({condition}) n++; return n; }}");

        Assert.Null(outcome.Failure);
        Assert.InRange(outcome.Steps, Length * Times / 4, Limits.Default.Steps);
    }

    [Fact]
    public void A_search_that_tries_every_place_counts_as_such()
    {
        // 100,000 places by 50,000 characters: minutes.
        Outcome outcome = Lab.Evaluate("public static bool Run() => new string('x', 100000).Contains(new string('x', 50000) + \"y\");");

        Assert.Equal(MirFault.Steps, outcome.Failure?.Fault);
    }

    [Fact]
    public void A_text_that_is_no_number_for_its_length_is_not_parsed() =>
        Assert.Equal("a text of 2000000 characters is no int", Lab.Evaluate("public static int Run() => int.Parse(new string('9', 2000000));").Failure?.Message);

    [Theory]
    [InlineData("return F<int>(5);", "static int F<T>(int n) => n == 0 ? 0 : F<(T, T)>(n - 1);")]
    [InlineData("return F<int>(5);", "static int F<T>(int n) => n == 0 ? 0 : F<T[]>(n - 1);")]
    [InlineData("return F<int>(5);", "struct W<T> { public T V; } static int F<T>(int n) => n == 0 ? 0 : F<W<T>>(n - 1) + F<T[]>(n - 1);")]
    [InlineData("return F<int, long>(5);", "static int F<T, U>(int n) => n == 0 ? 0 : F<T[], U>(n - 1) + F<T, U[]>(n - 1);")]
    public void A_generic_method_that_uses_itself_with_ever_other_types_is_refused(string body, string members)
    {
        string[] messages = Generated.From(Lab.Wrap($"{members} [ConstEval(\"X\")] static int Compute() {{ {body} }}")).Messages;

        Assert.StartsWith("FER3010 (3): 'P.F' promises to be evaluable, but a generic method of types nested this deep can't be evaluated", messages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class W<T> { public T V; public W<W<T>> Next; }")]
    [InlineData("class W<T> { public T V; public W<A<T>> First; public W<B<T>> Second; } class A<T> { } class B<T> { }")]
    [InlineData("struct W<T> { public T V; public W<W<T>>[] Next; }")]
    public void A_generic_type_that_uses_itself_with_ever_other_types_is_evaluated_as_far_as_it_is_used(string type)
    {
        Generated generated = Generated.From(Lab.Wrap($"{type} [ConstEval(\"X\")] static int Compute() {{ var w = new W<int> {{ V = 7 }}; return w.V; }}"));

        Assert.Empty(generated.Messages);
        Assert.Contains("const int X = 7;", generated.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "}", "")]
    [InlineData("if (x > 0) {", "}", "")]
    [InlineData("for (; x > 0; x = 0) {", "}", "")]
    [InlineData("switch (x) { case > 5:", "break; }", "")]
    public void Deeply_nested_blocks_are_evaluated_or_told(string open, string close, string inside)
    {
        string nested = string.Concat(Enumerable.Repeat(open, 400)) + inside + string.Concat(Enumerable.Repeat(close, 400));

        Generated generated = Generated.From(Lab.Wrap($"[ConstEval(\"X\")] static int Compute() {{ int x = 1; {nested} return 3; }}"));

        Assert.Null(generated.Result.Exception);
        Assert.True(generated.Messages.Length > 0 || generated.Source.Contains("const int X = 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_constant_in_deeply_nested_types_is_written_there()
    {
        string types = string.Concat(Enumerable.Range(0, 150).Select(static i => $"static partial class T{i} {{ "));

        Generated generated = Generated.From("using Ferrite.Const; " + types + "[ConstEval(\"X\")] static int Compute() => 3; public static int Y => X;" + new string('}', 150));

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.Errors);
    }

    [Theory]
    [InlineData("while (true) ;")]
    [InlineData("int[] a = new int[1000000]; while (true) Array.Sort(a);")]
    [InlineData("string s = \"\"; while (true) s = new string('x', 10000);")]
    [InlineData("Int128 x = 1; while (true) x = unchecked(x * 3 + 1);")]
    public async Task Cancellation_is_honoured(string body)
    {
        MirProgram program = Lab.Lower(Lab.Compile(Lab.Wrap($"public static int Run() {{ {body} }}")), "P", "Run");
        using var source = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<Outcome> running = Task.Run(() =>
        {
            started.SetResult();
            return Machine.Evaluate(program, new Limits(long.MaxValue / 4, 100, long.MaxValue / 4), source.Token);
        });
        await started.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void Between_two_looks_at_the_cancellation_are_few_steps()
    {
        // 65,536 steps, at more than 100 million a second, are far less than 100 ms; a token canceled before is seen at once.
        MirProgram program = Lab.Lower(Lab.Compile(Lab.Wrap("public static int Run() { while (true) ; }")), "P", "Run");

        Assert.ThrowsAny<OperationCanceledException>(() => Machine.Evaluate(program, Limits.Default, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("(", ")", 2000)]
    [InlineData("-", "", 3000)]
    [InlineData("1 + (", ")", 3000)]
    [InlineData("F(", ")", 2000)]
    [InlineData("x switch { _ => ", "}", 500)]
    public void Deep_nesting_is_evaluated_or_told(string open, string close, int depth)
    {
        var text = new StringBuilder("[ConstFn] static int F(int x) => x; [ConstEval(\"X\")] static int Compute() { int x = 1; return ");
        for (int i = 0; i < depth; i++) text.Append(open).Append(' ');
        text.Append('x');
        for (int i = 0; i < depth; i++) text.Append(close);

        Generated generated = Generated.From(Lab.Wrap(text.Append("; }").ToString()));

        Assert.Null(generated.Result.Exception);
        Assert.True(generated.Messages.Length + generated.Errors.Length > 0 || generated.Source.Contains("const int X", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[ConstEval(\"X\")] static int F() { return 1 + ; }")]
    [InlineData("[ConstEval(\"X\")] static int F() => Missing(1) + Other.Y;")]
    [InlineData("[ConstEval(\"X\")] static Missing F() => new Missing();")]
    [InlineData("[ConstEval(\"X\")] static int F( { }")]
    [InlineData("[ConstEval(\"X\")] static int F() { foreach (var x in null) { } return y; }")]
    [InlineData("[ConstEval(X)] static int F() => 1;")]
    [InlineData("[ConstEval] static int F() => 1;")]
    [InlineData("[ConstEval(\"X\")] static int F() { int x = x; return x switch { }; }")]
    [InlineData("struct S { S s; } [ConstEval(\"X\")] static int F() { S s = default; return s.GetHashCode(); }")]
    [InlineData("struct S { T t; } struct T { S s; } [ConstEval(\"X\")] static int F() { S s = new S(); return 1; }")]
    [InlineData("struct S { private int _x; public S(int x) { _x = x; } nt Y = _x; } [ConstEval(\"X\")] static int F() { var s = new S(3); return s.Y; }")]
    [InlineData("[ConstEval(\"X\")] static int F() { int s = 0; foreach (Missing x in new[] { 1, 2 }) s += x; return s; }")]
    [InlineData("[ConstEval(\"X\")] static int F() { int? a = null; int c = ublic stat a ?? 4; return c; }")]
    [InlineData("[ConstEval(\"X\")] static int F() => Missing?.Length ?? (new Other() ?? new(3)).Value;")]
    [InlineData("[ConstEval(\"X\")] static int F() { int x = G(); int G() => this.N; return x + G(); }")]
    [InlineData("class A { public A() { N = Init(); } public int N; protected virtual int In } class B unsafe: A { protected override int Init() => 3; } [ConstEval(\"X\")] static int F() => new A().N + new B().N;")]
    [InlineData("static int G(Missing x) => 1; [ConstEval(\"X\")] static int F() => G(3);")]
    [InlineData("static Missing G() => 1; [ConstEval(\"X\")] static int F() { int x = G(); return x; }")]
    [InlineData("class C : C { } [ConstEval(\"X\")] static int F() => new C() is null ? 1 : 2;")]
    public void Code_with_errors_gets_errors(string members)
    {
        Generated generated = Generated.From(Lab.Wrap(members));

        Assert.Null(generated.Result.Exception);
        Assert.DoesNotContain(generated.Messages, static message => message.Contains("the evaluator failed", StringComparison.Ordinal) || message.Contains("lowering failed", StringComparison.Ordinal));
        Assert.NotEmpty(generated.Errors);
    }
}
