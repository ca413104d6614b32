using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Handles;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Acting;

/// <summary><c>ferrite cache warm</c>: reads what is missing.</summary>
internal class WarmRun : ActionRun
{
    private Warmer? _warmer;

    protected WarmRun(ActionOptions options, Verb verb, Stream output, StopRequest stop)
        : base(options, verb, output, stop)
    {
    }

    internal static int Run(ActionOptions options)
    {
        using Stream output = StandardStreams.OpenOutput();
        using var stop = new StopRequest();
        return new WarmRun(options, Verb.Warm, output, stop).Run();
    }

    protected override long WorkOf(in FoundFile file) => DataParts.Of(file.Handle, MissingParts.Of(Residency(file))).Sum(static part => part.Length);

    protected override void Look(in FoundFile file)
    {
        if (!Count(file))
        {
            return;
        }

        PageResidency before = Residency(file);
        using BorrowedHandle<SafeFileHandle> borrowed = file.Handle.Borrow();
        var path = new PathBytes(file.Path.Span.ToArray());
        _warmer!.Add(new WarmingFile(path, borrowed.Duplicate(), file.Size, before), DataParts.Of(file.Handle, MissingParts.Of(before)));
    }

    protected override void Work()
    {
        using var warmer = new Warmer(OnWarm, bytes => Progress!.Add(bytes), Stop.Token);
        _warmer = warmer;
        base.Work();
        warmer.Finish();
    }

    /// <summary>One that was read, as far as it could be.</summary>
    protected virtual void OnWarmed(WarmingFile file, PageResidency after) =>
        Add(new FileAction(file.Path, file.Size, file.Before, after, file.Bytes));

    private void OnWarm(WarmingFile file)
    {
        try
        {
            if (file.Error is not null)
            {
                OnFailure(file.Path, file.Error.Message);
            }

            OnWarmed(file, PageResidency.Of(file.Handle, file.Before.Offset, file.Before.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OnFailure(file.Path, e.Message);
        }
    }

    private PageResidency Residency(in FoundFile file)
    {
        (long offset, long length) = Options.Selection.Range.Of(file.Size);
        return PageResidency.Of(file.Handle, offset, length);
    }
}
