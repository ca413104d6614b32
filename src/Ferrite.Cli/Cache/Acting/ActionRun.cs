using Ferrite.Cli.Files;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>What <c>warm</c>, <c>evict</c> and <c>lock</c> have in common: how much there is to do is found out first, then it is done and reported.</summary>
internal abstract class ActionRun(ActionOptions options, Verb verb, Stream output, StopRequest stop)
    : TreeRun(new ErrorOutput(hasProgress: true), stop)
{
    private readonly IActionReport _report = options.Json
        ? new ActionJson(output, verb, options.SummaryOnly)
        : new ActionText(TextOutput.Create(output), verb);

    protected ActionOptions Options { get; } = options;

    protected ActionSum Done { get; } = new();

    private protected WorkProgress? Progress { get; private set; }

    internal int Run()
    {
        _report.Begin();
        Int128 work = Survey.Measure(Options.Selection, Stop, WorkOf);
        using (Progress = new WorkProgress(Errors!, work))
        {
            Work();
        }

        _report.End(Sum, Done);
        output.Flush();
        return Done.FilesThatStay > 0 ? Commands.ExitCode.Failed : Sum.ExitCode;
    }

    /// <summary>Bytes that are to be moved.</summary>
    protected abstract long WorkOf(in FoundFile file);

    protected virtual void Work() => Walk(Options.Selection);

    protected override void Report(PathBytes path, string reason) => _report.AddFailure(path, reason);

    protected void Add(FileAction action)
    {
        Sum.Add(action.After);
        Done.Add(action);
        _report.Add(action);
        if (action.Stays is not null)
        {
            Errors!.WriteLine($"{action.Path}: {action.Stays}");
        }
    }
}
