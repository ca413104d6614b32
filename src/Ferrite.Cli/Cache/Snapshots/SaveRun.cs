using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary><c>ferrite cache save</c>: writes down what is in the cache.</summary>
internal sealed class SaveRun : TreeRun
{
    private readonly TreeSelection _selection;
    private readonly SnapshotWriter _writer;
    private readonly JsonFiles? _json;
    private ReplacedFile? _target;

    private SaveRun(TreeSelection selection, SnapshotWriter writer, JsonFiles? json, StopRequest stop)
        : base(new ErrorOutput(hasProgress: true), stop)
    {
        _selection = selection;
        _writer = writer;
        _json = json;
    }

    /// <param name="selection">The files.</param>
    /// <param name="file">Where to; "-" is standard output, and then no sum is written.</param>
    /// <param name="json">Whether the sum is to be JSON.</param>
    internal static int Run(TreeSelection selection, string file, bool json)
    {
        using Stream output = StandardStreams.OpenOutput();
        using var stop = new StopRequest();
        if (file is "-")
        {
            int exitCode = Run(selection, file, output, json: null, stop).Sum.ExitCode;
            output.Flush();
            return exitCode;
        }

        using var replaced = new ReplacedFile(file);
        JsonFiles? document = json ? new JsonFiles(output, hasFiles: false) : null;
        SaveRun run = Run(selection, file, replaced.Stream, document, stop, replaced);
        if (run.IsStopped)
        {
            // Half a snapshot is none: the one before stays.
            run.Errors!.WriteLine($"Stopped: '{file}' is as it was before.");
            return run.Sum.ExitCode;
        }

        replaced.Commit();
        document?.End(run.Sum, members => members.WriteNumber("savedFiles"u8, run._writer.Files));
        if (document is null)
        {
            run.WriteText(TextOutput.Create(output));
        }

        output.Flush();
        return run.Sum.ExitCode;
    }

    protected override void Look(in FoundFile file)
    {
        // What is being written is gone when it is read.
        if (_target?.IsBeside(file.Path) == true || !Count(file))
        {
            return;
        }

        (long offset, long length) = _selection.Range.Of(file.Size);
        var residency = PageResidency.Of(file.Handle, offset, length);
        Sum.Add(residency);
        if (!residency.IsKnown)
        {
            OnFailure(file.Path, "What of it is in the cache is unknown, so it is not in the snapshot");
        }
        else if (residency.ResidentPages > 0)
        {
            _writer.Add(new SnapshotEntry(AbsolutePath.Of(file.Path.Span), file.Size, [.. residency.ResidentRanges]));
        }

        Errors!.ShowProgress(Sum.Files, file.Path);
    }

    protected override void Report(PathBytes path, string reason) => _json?.AddFailure(path, reason);

    private static SaveRun Run(TreeSelection selection, string file, Stream to, JsonFiles? json, StopRequest stop, ReplacedFile? target = null)
    {
        using var writer = new SnapshotWriter(to, file);
        var run = new SaveRun(selection, writer, json, stop) { _target = target };
        json?.Begin("save");
        writer.Begin();
        run.Walk(selection);
        run.Errors!.ClearProgress();
        if (!run.IsStopped)
        {
            writer.End();
        }

        return run;
    }

    private void WriteText(ITextOutput output)
    {
        SumText.Line(output, "Saved", $"{Quantity.Bytes(Sum.ResidentBytes)} of {SumText.Plural(_writer.Files, "file")} that are in the cache");
        SumText.Write(output, Sum);
        output.Flush();
    }
}
