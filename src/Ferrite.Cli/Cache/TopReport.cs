using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache;

/// <summary>Keeps the files with the most bytes in the cache, and reports them at the end, the first one first.</summary>
internal sealed class TopReport(IResidencyReport report, int count) : IResidencyReport
{
    private readonly PriorityQueue<FileResidency, long> _top = new();

    public void Begin()
    {
        // Nothing is shown before all is known.
    }

    public void Add(in FileResidency file)
    {
        if (!file.IsCounted || !file.Residency.IsKnown || file.Residency.ResidentPages == 0)
        {
            return;
        }

        long bytes = file.Residency.ResidentBytes;
        if (_top.Count < count)
        {
            _top.Enqueue(Keep(file), bytes);
        }
        else if (_top.TryPeek(out _, out long least) && bytes > least)
        {
            _top.DequeueEnqueue(Keep(file), bytes);
        }
    }

    public void AddFailure(PathBytes path, string reason) => report.AddFailure(path, reason);

    public void End(ResidencySum sum)
    {
        List<FileResidency> files = [];
        while (_top.TryDequeue(out FileResidency file, out _))
        {
            files.Add(file);
        }

        files.Reverse();
        report.Begin();
        foreach (FileResidency file in files)
        {
            report.Add(file);
        }

        report.End(sum);
    }

    private static FileResidency Keep(in FileResidency file) => file with { Path = new PathBytes(file.Path.Span.ToArray()) };
}
