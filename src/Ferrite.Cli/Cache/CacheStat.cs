using Ferrite.Cli.Commands;
using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>Looks at every file of some trees, reports each, and sums.</summary>
internal sealed class CacheStat : ITreeVisitor
{
    private readonly IResidencyReport _report;
    private readonly ErrorOutput _errors;
    private readonly ResidencySum _sum = new();
    private readonly CountedFiles _counted = new();

    private CacheStat(IResidencyReport report, ErrorOutput errors)
    {
        _report = report;
        _errors = errors;
    }

    internal static int Run(IEnumerable<string> paths, CacheStatOptions options)
    {
        using Stream output = StandardStreams.OpenOutput();
        IResidencyReport report = options.Json
            ? new JsonReport(output, options.SummaryOnly)
            : new TextReport(TextOutput.Create(output), options.SummaryOnly);
        var stat = new CacheStat(report, new ErrorOutput(hasProgress: options.SummaryOnly || Console.IsOutputRedirected));
        try
        {
            report.Begin();
            FileTree.Walk(paths, options.OneFileSystem, stat);
        }
        finally
        {
            stat._errors.ClearProgress();
        }

        report.End(stat._sum);
        output.Flush();
        return stat._sum.Failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    public void OnFile(in FoundFile file)
    {
        PageResidency residency;
        try
        {
            residency = PageResidency.Of(file.Handle, 0, file.Size);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OnFailure(file.Path, e.Message);
            return;
        }

        bool counted = _counted.Add(file.Identity);
        if (counted)
        {
            _sum.Add(residency);
        }
        else
        {
            _sum.CountedAlready++;
        }

        _report.Add(new FileResidency(file.Path, file.Size, residency, counted));
        _errors.ShowProgress(_sum.Files, file.Path);
    }

    public void OnDirectory() => _sum.Directories++;

    public void OnPassedOver() => _sum.PassedOver++;

    public void OnFailure(PathBytes path, string reason)
    {
        _sum.Failures++;
        // First, so that on a terminal the lines of both outputs stand in the order in which they were found.
        _report.AddFailure(path, reason);
        _errors.WriteLine($"{path}: {reason}");
    }
}
