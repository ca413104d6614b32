namespace Ferrite.Const.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Options(bool ShowHelp, bool Check, string? Update, string? Start, IReadOnlyList<string> Filters)
{
    internal const string Help = """
        Measures Ferrite.Const: const generics beside constants by hand and lengths at run time, tables of the compiler beside tables computed
        at start, the interpreter, lowering, the generator and its cancellation. Results are verified before they are timed.

        usage: dotnet run -c Release --project benchmarks/Ferrite.Const.Benchmarks -- [options]

          --filter NAME      only sections whose name contains NAME; may be given again
          --check            no figures: verify that all contenders have the same results
          --update PAGE      write the figures into PAGE, between its markers
          --help             this

        examples:
          dotnet run -c Release --project benchmarks/Ferrite.Const.Benchmarks -- --filter kernels
          dotnet run -c Release --project benchmarks/Ferrite.Const.Benchmarks -- --update docs/performance.md

        Exit codes: 0 measured; 1 results differ; 2 the command line is wrong.
        """;

    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    internal static Options Parse(string[] arguments)
    {
        var options = new Options(false, false, null, null, []);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            options = argument switch
            {
                "--help" or "-h" => options with { ShowHelp = true },
                "--check" => options with { Check = true },
                "--update" => options with { Update = Value(argument, rest) },
                "--filter" => options with { Filters = [.. options.Filters, Value(argument, rest)] },

                // What the program starts itself with.
                "--start" => options with { Start = Value(argument, rest) },
                _ => throw new ArgumentException($"There is no option '{argument}'; --help lists them.", nameof(arguments)),
            };
        }

        return options;
    }

    internal bool Selects(Section section) => Filters.Count == 0 || Filters.Any(filter => section.Name.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out string? value) ? value : throw new ArgumentException($"{option} needs a value.", nameof(rest));
}
