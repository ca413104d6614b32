namespace Ferrite.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Options
{
    internal const string Help = """
        Measures Ferrite.Mapping beside the raw pointer, the BCL's memory-mapped files, RandomAccess and FileStream: every case in rounds,
        all contenders in turn, medians, ratios.

        usage: dotnet run -c Release --project benchmarks/Ferrite.Benchmarks -- [options]

          --quick            all cases in under two minutes; without it some seven, with more rounds
          --filter NAME      only cases whose name contains NAME; may be given again
          --list             print the cases' names
          --check            no figures: run every kernel once on a small file and verify what it did
          --json             print JSON
          --markdown         print the tables of docs/performance.md
          --update PAGE      write the tables into PAGE, between its markers, and the plots into plots/ beside it
          --directory DIR    where the files are made; the directory for temporary files otherwise
          --help             this

        examples:
          dotnet run -c Release --project benchmarks/Ferrite.Benchmarks -- --quick
          dotnet run -c Release --project benchmarks/Ferrite.Benchmarks -- --filter read --filter view-8
          dotnet run -c Release --project benchmarks/Ferrite.Benchmarks -- --update docs/performance.md
          dotnet run -c Release --project benchmarks/Ferrite.Benchmarks -- --quick --json > figures.json

        Exit codes: 0 measured; 1 a kernel failed or didn't do its work; 2 the command line is wrong.
        """;

    internal bool Quick { get; private init; }

    internal bool Check { get; private init; }

    internal bool List { get; private init; }

    internal bool ShowHelp { get; private init; }

    internal OutputFormat Format { get; private init; }

    internal string? Update { get; private init; }

    internal string Directory { get; private init; } = Path.GetTempPath();

    internal IReadOnlyList<string> Filters { get; private init; } = [];

    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    internal static Options Parse(string[] arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            options = argument switch
            {
                "--quick" => options with { Quick = true },
                "--check" => options with { Check = true },
                "--list" => options with { List = true },
                "--help" or "-h" => options with { ShowHelp = true },
                "--json" => options with { Format = OutputFormat.Json },
                "--markdown" => options with { Format = OutputFormat.Markdown },
                "--update" => options with { Update = Value(argument, rest) },
                "--directory" => options with { Directory = Value(argument, rest) },
                "--filter" => options with { Filters = [.. options.Filters, Value(argument, rest)] },
                _ => throw new ArgumentException($"There is no option '{argument}'; --help lists them.", nameof(arguments)),
            };
        }

        return options;
    }

    internal bool Selects(string name) => Filters.Count == 0 || Filters.Any(filter => name.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out string? value) ? value : throw new ArgumentException($"{option} needs a value.", nameof(rest));
}
