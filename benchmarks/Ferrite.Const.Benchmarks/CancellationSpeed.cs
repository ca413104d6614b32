using System.Diagnostics;
using Ferrite.Const.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Benchmarks;

/// <summary>How long the driver goes on after it is canceled in the middle of an evaluation that never ends, or of lowering.</summary>
internal static class CancellationSpeed
{
    private const int Times = 50;

    internal static void Run()
    {
        // What is allocated tells how far it is: the array is there, or much of a project is bound.
        Cancel("an endless loop", 75L << 20, static () => Sources.Compile([Endless("while (true) ;")]));
        Cancel("an endless loop over numbers of 128 bits", 75L << 20, static () => Sources.Compile([Endless("System.Int128 x = 1; while (true) x = unchecked(x * 3 + 1);")]));
        Cancel("lowering of 200 constants", 4L << 20, static () => Sources.Compile(Sources.Project()));
    }

    private static string Endless(string body) => $"using Ferrite.Const; static partial class P {{ [ConstEval(\"X\")] static int Compute() {{ long[] begun = new long[{12 << 20}]; {body} }} }}";

    private static void Cancel(string what, long allocated, Func<CSharpCompilation> compile)
    {
        var latencies = new List<double>();
        int tooLate = 0;
        while (latencies.Count < Times && tooLate < Times)
        {
            CSharpCompilation compilation = compile();
            _ = compilation.GetDiagnostics();
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new ConstEvalGenerator().AsSourceGenerator()], parseOptions: Sources.Parsing, optionsProvider: new Unlimited());
            using var source = new CancellationTokenSource();
            long before = GC.GetTotalAllocatedBytes(), ended = 0;
            var thread = new Thread(() =>
            {
                try
                {
                    driver.RunGenerators(compilation, source.Token);
                }
                catch (OperationCanceledException)
                {
                    ended = Stopwatch.GetTimestamp();
                }
            });
            thread.Start();
            while (GC.GetTotalAllocatedBytes() - before < allocated && thread.IsAlive) Thread.Yield();
            long canceled = Stopwatch.GetTimestamp();
            source.Cancel();
            thread.Join();
            if (ended == 0) tooLate++;
            else latencies.Add(Stopwatch.GetElapsedTime(canceled, ended).TotalMilliseconds);
        }

        Measure.Print($"{what}: median {Measure.Median(latencies):N2} ms, the longest of {latencies.Count} {latencies.Max():N2} ms");
    }

    /// <summary>No limit would end it.</summary>
    private sealed class Unlimited : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key.EndsWith("FerriteConstSteps", StringComparison.Ordinal) ? "4000000000000000000" : null;
                return value is not null;
            }
        }
    }
}
