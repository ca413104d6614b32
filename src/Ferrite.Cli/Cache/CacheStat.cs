using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>Looks at every file of some trees, reports each, and sums.</summary>
internal sealed class CacheStat : TreeRun
{
    private readonly TreeSelection _selection;
    private readonly IResidencyReport _report;

    private CacheStat(TreeSelection selection, IResidencyReport report, ErrorOutput? errors, StopRequest stop)
        : base(errors, stop)
    {
        _selection = selection;
        _report = report;
    }

    /// <param name="selection">The files.</param>
    /// <param name="hasLines">Whether the report writes while files are found, which shows on a terminal how far it is.</param>
    /// <param name="createReport">Given standard output.</param>
    internal static int Run(TreeSelection selection, bool hasLines, Func<Stream, IResidencyReport> createReport)
    {
        using Stream output = StandardStreams.OpenOutput();
        using var stop = new StopRequest();
        IResidencyReport report = createReport(output);
        int exitCode = Run(selection, report, new ErrorOutput(hasProgress: !hasLines || Console.IsOutputRedirected), stop);
        output.Flush();
        return exitCode;
    }

    internal static int Run(TreeSelection selection, IResidencyReport report, ErrorOutput? errors, StopRequest stop)
    {
        var stat = new CacheStat(selection, report, errors, stop);
        try
        {
            report.Begin();
            stat.Walk(selection);
        }
        finally
        {
            errors?.ClearProgress();
        }

        report.End(stat.Sum);
        return stat.Sum.ExitCode;
    }

    protected override void Look(in FoundFile file)
    {
        (long offset, long length) = _selection.Range.Of(file.Size);
        var residency = PageResidency.Of(file.Handle, offset, length);
        bool counted = Count(file);
        if (counted)
        {
            Sum.Add(residency);
        }

        _report.Add(new FileResidency(file.Path, file.Size, residency, counted));
        Errors?.ShowProgress(Sum.Files, file.Path);
    }

    protected override void Report(PathBytes path, string reason) => _report.AddFailure(path, reason);
}
