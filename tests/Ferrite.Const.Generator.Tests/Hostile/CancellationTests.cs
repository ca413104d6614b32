using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Ferrite.Const.Generator.Lowering;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests.Hostile;

/// <summary>An editor cancels at every keystroke: what is under way ends, in the middle.</summary>
[Collection("Alone")]
public class CancellationTests
{
    private const int Megabyte = 1 << 20;

    /// <summary>Nothing else runs meanwhile, so what is allocated tells how far the evaluation is.</summary>
    [Theory]
    [InlineData("while (true) ;")]
    [InlineData("while (true) F(3);")]
    [InlineData("Int128 x = 1; while (true) x = unchecked(x * 3 + 1);")]
    [InlineData("while (true) Array.Sort(begun);")]
    [InlineData("string s = new string('x', 1000000); while (true) if (s.IndexOf('y') >= 0) return 2;")]
    public async Task The_driver_is_canceled_in_the_middle_of_an_evaluation(string body)
    {
        CSharpCompilation compilation = Lab.Compile(Lab.Wrap($"static int F(int x) => x + 1; [ConstEval(\"X\")] static int Compute() {{ long[] begun = new long[{24 * Megabyte}]; {body} }}"));
        var endless = new Dictionary<string, string>(StringComparer.Ordinal) { [Options.Steps] = "4000000000000000000", [Options.Bytes] = "8000000000" };
        using var source = new CancellationTokenSource();
        long before = GC.GetTotalAllocatedBytes();
        Task running = Task.Run(() => Generated.From(compilation, endless, source.Token));

        // The array is there.
        while (GC.GetTotalAllocatedBytes() - before < 8 * 20 * Megabyte && !running.IsCompleted) Thread.Yield();
        Assert.False(running.IsCompleted);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void Lowering_is_canceled_in_the_middle_of_a_method()
    {
        CSharpCompilation compilation = Lab.Compile(Lab.Wrap("static int X => 1; public static int Run() { int a = X; int b = X; return a + b; }"));
        using var source = new CancellationTokenSource();
        var asked = new Hook(source.Cancel);
        var context = new LoweringContext(compilation, asked, source.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => context.Lower(Lab.Method(compilation, "P", "Run")));
        Assert.Equal("asked 1 times", asked.ToString());
    }

    [Fact]
    public void Lowering_is_canceled_between_methods()
    {
        CSharpCompilation compilation = Lab.Compile(Lab.Wrap("static int X => 1; static int F() => X; static int G() => X; public static int Run() => F() + G();"));
        using var source = new CancellationTokenSource();
        var asked = new Hook(source.Cancel);
        var context = new LoweringContext(compilation, asked, source.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => context.Lower(Lab.Method(compilation, "P", "Run")));
        Assert.Equal("asked 1 times", asked.ToString());
    }

    /// <summary>The computed members, of which lowering asks for each property: there it is canceled.</summary>
    private sealed class Hook(Action act) : IReadOnlyDictionary<string, string>
    {
        private int _count;

        public int Count => 0;

        public IEnumerable<string> Keys => [];

        public IEnumerable<string> Values => [];

        public string this[string key] => throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => false;

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            _count++;
            act();
            value = null;
            return false;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

        public override string ToString() => $"asked {_count} times";

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
