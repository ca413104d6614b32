using Ferrite.Cli.Files;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache;

/// <summary>What every command over trees does: it counts each file once, says what failed and goes on, and stops when asked to.</summary>
internal abstract class TreeRun(ErrorOutput? errors, StopRequest stop) : ITreeVisitor
{
    private readonly CountedFiles _counted = new();

    public bool IsStopped => Stop.IsRequested;

    /// <summary>What was found.</summary>
    protected ResidencySum Sum { get; } = new();

    /// <summary>Null where the report tells failures.</summary>
    protected ErrorOutput? Errors { get; } = errors;

    protected StopRequest Stop { get; } = stop;

    public void OnFile(in FoundFile file)
    {
        try
        {
            Look(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OnFailure(file.Path, e.Message);
        }
    }

    public void OnDirectory() => Sum.Directories++;

    public void OnPassedOver(PassedOver reason) => Sum.PassOver(reason);

    public void OnFailure(PathBytes path, string reason)
    {
        Sum.Failures++;
        // First, so that on a terminal the lines of both outputs stand in the order in which they were found.
        Report(path, reason);
        Errors?.WriteLine($"{path}: {reason}");
    }

    /// <summary>A regular file.</summary>
    protected abstract void Look(in FoundFile file);

    /// <summary>A failure; standard error is told afterwards.</summary>
    protected abstract void Report(PathBytes path, string reason);

    /// <summary>False for a further name of a file that was counted before.</summary>
    protected bool Count(in FoundFile file)
    {
        bool counted = _counted.Add(file.Identity);
        Sum.CountedAlready += counted ? 0 : 1;
        return counted;
    }

    protected void Walk(TreeSelection selection)
    {
        FileTree.Walk(selection, this);
        Sum.IsStopped = Stop.IsRequested;
    }
}
