using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>Finds out how much there is to do, so that it can be said how far it is. What fails will fail again, and is said then.</summary>
internal sealed class Survey : ITreeVisitor
{
    /// <summary>Bytes of work in a file.</summary>
    internal delegate long Work(in FoundFile file);

    private readonly CountedFiles _counted = new();
    private readonly StopRequest _stop;
    private readonly Work _workOf;
    private Int128 _sum;

    private Survey(StopRequest stop, Work workOf)
    {
        _stop = stop;
        _workOf = workOf;
    }

    public bool IsStopped => _stop.IsRequested;

    internal static Int128 Measure(TreeSelection selection, StopRequest stop, Work workOf)
    {
        var survey = new Survey(stop, workOf);
        FileTree.Walk(selection, survey);
        return survey._sum;
    }

    public void OnFile(in FoundFile file)
    {
        try
        {
            _sum += _counted.Add(file.Identity) ? _workOf(file) : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It will be said when the work is done.
        }
    }

    public void OnDirectory()
    {
        // No work.
    }

    public void OnPassedOver(PassedOver reason)
    {
        // No work.
    }

    public void OnFailure(PathBytes path, string reason)
    {
        // It will be said when the work is done.
    }
}
