using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Benchmarks;

internal static class InterpreterSpeed
{
    private const string Programs =
        """
        [Ferrite.Const.ConstFn] static class P
        {
            static long Sum() { long s = 0; for (int i = 0; i < 20_000_000; i++) { s += i; if ((i & 3) == 0) s ^= 5; } return s; }
            static uint Crc() { uint c = 0; for (uint i = 0; i < 250_000; i++) { uint r = i; for (int k = 0; k < 8; k++) r = (r & 1) != 0 ? (r >> 1) ^ 0xEDB88320u : r >> 1; c ^= r; } return c; }
            static int Sieve() { bool[] no = new bool[1_000_001]; int n = 0; for (int i = 2; i <= 1_000_000; i++) { if (no[i]) continue; n++; for (long k = (long)i * i; k <= 1_000_000; k += i) no[(int)k] = true; } return n; }
            static int Fib() => F(27);
            static int F(int n) => n < 2 ? n : F(n - 1) + F(n - 2);
        }
        """;

    internal static void Run()
    {
        CSharpCompilation compilation = Sources.Compile([Programs]);
        var context = new LoweringContext(compilation, new Dictionary<string, string>(StringComparer.Ordinal), CancellationToken.None);
        foreach (string name in (string[])["Sum", "Crc", "Sieve", "Fib"])
        {
            IMethodSymbol method = compilation.GetTypeByMetadataName("P")!.GetMembers(name).OfType<IMethodSymbol>().Single();
            MirProgram program = context.Program(context.Lower(method).Method.Key);
            var limits = new Limits(long.MaxValue / 4, 2_000, 1L << 30);
            Outcome outcome = Machine.Evaluate(program, limits, CancellationToken.None);
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = Machine.Evaluate(program, limits, CancellationToken.None);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (outcome.Failure is { } failure) throw new InvalidDataException($"{name}: {failure.Message}");
            double milliseconds = Measure.Best(5, () => Machine.Evaluate(program, limits, CancellationToken.None));
            Measure.Print($"interpreter, {name}: {outcome.Steps:N0} steps in {milliseconds:N0} ms, {outcome.Steps / milliseconds / 1000:N0} million steps a second, {allocated:N0} bytes allocated in all");
        }
    }
}
