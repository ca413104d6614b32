using System.Diagnostics;
using System.Reflection;
using Ferrite.Benchmarks;
using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;
using Ferrite.Benchmarks.Reports;
using Ferrite.Mapping;

const int Failed = 1;
const int Misused = 2;

try
{
    var options = Options.Parse(args);
    CaseEntry[] entries = [.. CaseList.All.Where(entry => options.Selects(entry.Name))];
    if (options.ShowHelp)
    {
        Console.WriteLine(Options.Help);
        return 0;
    }

    if (entries.Length == 0)
    {
        throw new ArgumentException("No case's name contains that; --list lists them.", nameof(args));
    }

    if (options.List)
    {
        Array.ForEach(entries, static entry => Console.WriteLine($"{entry.Name,-28}{entry.Title}"));
        return 0;
    }

    if (options.Check)
    {
        int kernels = new Check(options.Directory).Run(entries);
        Console.WriteLine($"{kernels} kernels in {entries.Length} cases did their work.");
        return 0;
    }

    if (typeof(MappedFile).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true)
    {
        throw new ArgumentException("This is a Debug build: what it measures means nothing. Build with -c Release.", nameof(args));
    }

    Measure(options, entries, args);
    return 0;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return Misused;
}
catch (Exception e) when (e is InvalidDataException or TimeoutException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return Failed;
}

static void Measure(Options options, CaseEntry[] entries, string[] arguments)
{
    bool text = options is { Format: OutputFormat.Text, Update: null };
    var machine = Machine.Here(options.Directory);
    using var runner = new Runner(options.Directory, options.Quick ? Effort.Quick : Effort.Full);
    var results = new List<CaseResult>();
    if (text)
    {
        Console.Write(TextReport.Of(machine));
    }

    foreach (CaseEntry entry in entries)
    {
        CaseResult result = runner.Run(entry);
        results.Add(result);
        (text ? Console.Out : Console.Error).Write(TextReport.Of(result));
    }

    string command = string.Join(' ', ["dotnet run -c Release --project benchmarks/Ferrite.Benchmarks --", .. arguments]);
    if (options.Update is { } page)
    {
        File.WriteAllText(page, Page.Replace(File.ReadAllText(page), MarkdownReport.Of(machine, command, results)));
        string plots = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(page))!, "plots")).FullName;
        foreach (RatioPlot plot in RatioPlot.Of(results))
        {
            File.WriteAllText(Path.Combine(plots, $"{plot.Name}.svg"), plot.Draw());
        }
    }

    Console.Write(options.Format switch
    {
        OutputFormat.Json => JsonReport.Of(machine, results) + "\n",
        OutputFormat.Markdown => MarkdownReport.Of(machine, command, results),
        _ => TextReport.Of(new Aims(results)),
    });
}
