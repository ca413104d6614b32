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
    [InlineData("class N { public N? Next; } public static int Run() { N? n = null; while (true) n = new N { Next = n }; }", nameof(MirFault.Bytes))]
    [InlineData("public static int Run() { int[] a = new int[1000000]; while (true) Array.Fill(a, 1); }", nameof(MirFault.Steps))]
    [InlineData("public static int Run() { while (true) _ = new string('x', 100).Replace(\"x\", \"yy\"); }", nameof(MirFault.Bytes))]
    public void What_never_ends_is_ended(string members, string fault)
    {
        MirProgram program = Lab.Lower(Lab.Compile(Lab.Wrap(members)), "P", "Run");
        long before = GC.GetTotalAllocatedBytes();

        Outcome outcome = Machine.Evaluate(program, Limits.Default with { Bytes = 64 << 20 }, CancellationToken.None);

        Assert.Equal(fault, outcome.Failure?.Fault.ToString());
        Assert.InRange(outcome.Failure!.Frames.Count, 1, 16);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 4 * Limits.Default.Bytes);
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
    [InlineData("class C : C { } [ConstEval(\"X\")] static int F() => new C() is null ? 1 : 2;")]
    public void Code_with_errors_gets_errors(string members)
    {
        Generated generated = Generated.From(Lab.Wrap(members));

        Assert.Null(generated.Result.Exception);
        Assert.NotEmpty(generated.Errors);
    }
}
