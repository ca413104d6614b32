using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Literals;
using Ferrite.Const.Generator.Rules.Closed;
using Ferrite.Const.Generator.Tests.Differential;
using Ferrite.Const.Generator.Tests.Evaluating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace Ferrite.Const.Generator.Tests.Hostile;

/// <summary>
/// Whatever an editor holds between two keystrokes, neither generator nor analyzer throws, and nothing inside does: what would catch it, so that
/// the compiler goes on, is never needed.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    private static readonly string[] Literals =
    [
        "using Ferrite.Const; [assembly: ConstLiteral(\"Width\", 7)] class A { static int M<T>() where T : struct, IConst<int> => T.Value + Sum<T, _1>.As<int>(); static int Go() => M<_300>() + M<Width>() + M<Neg<_5>>(); }",
        "using Ferrite.Const; [assembly: ConstLiteral(\"Text\", \"abc\")] class A { ValueArray3<int> _a; ValueArray77<long> _b; string Go() => Text.Value; bool Half<T>() where T : struct, IConst<byte> { ConstAssert.That<IsPowerOfTwo<T>>(); return Half<Quotient<T, _2>>(); } bool Start() => Half<_64>(); }",
        "using Ferrite.Const; class A { static T M<T, N>(FixedSpan<T, N> s) where N : struct, IConst<int> => s.Slice<_1, Difference<N, _2>>()[0]; static int Go(System.Span<int> s) => M(new FixedSpan<int, _8>(s)) + new RectangularArray<int, _2, _4>(s)[1, 1]; }",
    ];

    private static readonly string[] Pieces =
    [
        "", ";", "{", "}", "(", ")", "[", "]", "static", "int", "0", "null", "ref", "out x", "=>", "?", ":", "default", "this", "base", "T", "<T>", "async", "yield return", "unsafe",
        "[ConstFn]", "[ConstEval(\"X\")]", "record", "class", "struct", "goto", "case 1:", "try {", "await", "x => x", "stackalloc int[3]", "..", "^1", "is {", "with {", "checked(", "\"", "'", "//", "/*",
    ];

    /// <summary>FERRITE_DEEP=10000 for that many, FERRITE_SEED for others.</summary>
    private static readonly int Count = Number("FERRITE_DEEP", 300);

    private readonly SortedDictionary<string, int> _thrown = new(StringComparer.Ordinal);

    [Fact]
    public async Task Mutated_sources_never_make_anything_throw()
    {
        var random = new Random(Number("FERRITE_SEED", 5));
        var wrong = new StringBuilder();
        int compiling = 0, crashing = 0;

        // Roslyn's own first steps throw and catch where there are no cultures.
        _ = Generated.From("class A { }").Errors;
        for (int i = 0; i < Count; i++)
        {
            string source = Mutate(Original(random), random);
            string? failure;
            try
            {
                (failure, bool compiles) = await FailureAsync(source);
                if (compiles) compiling++;
            }
            catch (Exception e)
            {
                failure = e.ToString();
            }

            if (failure is null) continue;
            if (CompilerFails(source)) crashing++;
            else wrong.Append(CultureInfo.InvariantCulture, $"{failure}\n{source}\n");
        }

        output.WriteLine($"{Count} sources, of which {compiling} compile, and {crashing} make the compiler itself fail; caught inside: {string.Join(", ", _thrown.Select(static pair => $"{pair.Value} × {pair.Key}"))}");
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    /// <summary>What went wrong in generators and analyzer.</summary>
    private async Task<(string? Failure, bool Compiles)> FailureAsync(string source)
    {
        int before = _thrown.Values.Sum();
        Generated generated = Watched(() => Generated.From(source));
        Exception? literals = CSharpGeneratorDriver.Create(new LiteralGenerator()).RunGenerators(generated.Input).GetRunResult().Results[0].Exception;
        ImmutableArray<Diagnostic> analyzed = await generated.Output.WithAnalyzers([new ClosedConstAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        bool failed = generated.Result.Exception is not null || literals is not null || analyzed.Any(static diagnostic => diagnostic.Id is "AD0001")
            || _thrown.Values.Sum() > before || generated.Messages.Any(IsContained);
        string? failure = failed ? $"{generated.Result.Exception}{literals}{string.Join('\n', analyzed.Where(static diagnostic => diagnostic.Id is "AD0001"))}\n{string.Join('\n', generated.Messages)}" : null;
        return (failure, generated.Errors.Length == 0);
    }

    /// <summary>Roslyn throws at some sources with nobody else there.</summary>
    private static bool CompilerFails(string source)
    {
        try
        {
            CSharpCompilation compilation = Lab.Compile(source);
            _ = compilation.GetDiagnostics();
            SyntaxTree tree = compilation.SyntaxTrees[0];
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes()) _ = model.GetOperation(node)?.ChildOperations.Count;
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    /// <summary>What is said where a failure inside was caught.</summary>
    private static bool IsContained(string message) =>
        message.Contains("the evaluator failed", StringComparison.Ordinal) || message.Contains("lowering failed", StringComparison.Ordinal);

    /// <summary>Counts what is thrown on this thread by mistake, caught or not.</summary>
    private T Watched<T>(Func<T> action)
    {
        int thread = Environment.CurrentManagedThreadId;
        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            return action();
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }

        void Note(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (Environment.CurrentManagedThreadId != thread || e.Exception is EvaluationException or Emit.NotConstantException or ArithmeticException or InsufficientExecutionStackException) return;
            string at = string.Join(" < ", new StackTrace(2).GetFrames().Select(static frame => $"{frame.GetMethod()?.DeclaringType?.Name}.{frame.GetMethod()?.Name}").Take(8));
            string name = $"{e.Exception.GetType().Name}: {e.Exception.Message} {at}";
            _thrown[name] = _thrown.GetValueOrDefault(name) + 1;
        }
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string Original(Random random)
    {
        if (random.Next(6) == 0) return Literals[random.Next(Literals.Length)];
        string members = random.Next(4) == 0 ? ProgramWriter.Write(random, "Inner") : LanguagePrograms.All[random.Next(LanguagePrograms.All.Length)];
        return Lab.Wrap(members.Replace("public static int Run()", "[ConstEval(\"X\")] public static int Run()", StringComparison.Ordinal).Replace("public static string Run()", "[ConstEval(\"Y\")] public static string Run()", StringComparison.Ordinal));
    }

    private static string Mutate(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (int edits = random.Next(1, 5); edits > 0 && text.Length > 0; edits--)
        {
            int at = random.Next(text.Length), length = Math.Min(random.Next(0, 12), text.Length - at);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 2: text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                default: text.Insert(at, text.ToString(random.Next(text.Length - length + 1), length)); break;
            }
        }

        return text.ToString();
    }
}
