using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Ferrite.Const.Generator.Tests.Differential;

/// <summary>Random programs have the same result, or the same kind of error, evaluated and executed.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int Batch = 125;

    /// <summary>FERRITE_DEEP=200000 for that many programs, FERRITE_SEED for others.</summary>
    private static readonly int Count = Number("FERRITE_DEEP", 5_000);

    [Fact]
    public void Random_programs_evaluate_to_what_they_do_when_they_run()
    {
        int seed = Number("FERRITE_SEED", 1), failing = 0;
        var wrong = new StringBuilder();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);

        // Left to itself the thread pool adds threads to work this long, each with a compilation in memory.
        var processors = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, (Count + Batch - 1) / Batch, processors, batch =>
        {
            var random = new Random(unchecked((seed * 1_000_003) + batch));
            string[] names = [.. Enumerable.Range(0, Batch).Select(static i => "P" + i)];
            string[] programs = [.. names.Select(name => ProgramWriter.Write(random, name))];
            var compilation = Lab.Compile("using System; using System.Numerics; using Ferrite.Const;\n" + string.Join('\n', programs));
            List<(string Type, string Evaluated, string Executed)> results = Both.Run(compilation, names);
            lock (outcomes)
            {
                foreach ((string type, string evaluated, string executed) in results)
                {
                    string kind = executed.StartsWith("fails", StringComparison.Ordinal) ? executed : "result";
                    outcomes[kind] = outcomes.GetValueOrDefault(kind) + 1;
                    if (string.Equals(evaluated, executed, StringComparison.Ordinal)) continue;
                    if (++failing <= 3) wrong.Append(CultureInfo.InvariantCulture, $"batch {batch}, {type}: evaluated {evaluated}\n executed {executed}\n{programs[Array.IndexOf(names, type)]}\n");
                }
            }
        });

        output.WriteLine(string.Join(", ", outcomes.Select(static pair => $"{pair.Key}: {pair.Value}")));
        Assert.True(failing == 0, $"{failing} of {Count} differ\n{wrong}");
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
