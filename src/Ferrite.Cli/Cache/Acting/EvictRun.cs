using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache.Acting;

/// <summary><c>ferrite cache evict</c>: takes pages out, written back first where they have to be, and says which ones won't go.</summary>
internal sealed class EvictRun : ActionRun
{
    private readonly PageHolders _holders = new();

    private EvictRun(ActionOptions options, Stream output, StopRequest stop)
        : base(options, Verb.Evict, output, stop)
    {
    }

    internal static int Run(ActionOptions options)
    {
        using Stream output = StandardStreams.OpenOutput();
        using var stop = new StopRequest();
        return new EvictRun(options, output, stop).Run();
    }

    protected override long WorkOf(in FoundFile file)
    {
        (long offset, long length) = Options.Selection.Range.Of(file.Size);
        var residency = PageResidency.Of(file.Handle, offset, length);
        return residency.IsKnown ? residency.ResidentBytes : 0;
    }

    protected override void Look(in FoundFile file)
    {
        if (!Count(file))
        {
            return;
        }

        (long offset, long length) = Options.Selection.Range.Of(file.Size);
        var before = PageResidency.Of(file.Handle, offset, length);
        PageResidency after = Eviction.Run(file.Handle, before, Progress!.Add, Stop.Token);
        long bytes = before.IsKnown && after.IsKnown ? Math.Max(0, before.ResidentBytes - after.ResidentBytes) : 0;
        bool hasRest = after.IsKnown && after.ResidentPages > 0 && !Stop.IsRequested;
        Add(new FileAction(new PathBytes(file.Path.Span.ToArray()), file.Size, before, after, bytes)
        {
            Stays = hasRest ? $"{SumText.Plural(after.ResidentPages, "page")} stay: {_holders.Explain(file)}" : null,
        });
    }
}
