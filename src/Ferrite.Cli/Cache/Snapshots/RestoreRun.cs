using Ferrite.Cli.Cache.Acting;
using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Handles;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary><c>ferrite cache restore</c>: reads in what a snapshot has and the cache has not.</summary>
internal sealed class RestoreRun
{
    private readonly RestoreOptions _options;
    private readonly RestoreSum _sum = new();
    private readonly ErrorOutput _errors = new(hasProgress: true);
    private readonly StopRequest _stop;
    private readonly RestoreJson? _json;
    private WorkProgress? _progress;

    private RestoreRun(RestoreOptions options, RestoreJson? json, StopRequest stop)
    {
        _options = options;
        _json = json;
        _stop = stop;
    }

    internal static int Run(RestoreOptions options)
    {
        using Stream output = StandardStreams.OpenOutput();
        using var stop = new StopRequest();
        var run = new RestoreRun(options, options.Json ? new RestoreJson(output, options.SummaryOnly) : null, stop);
        try
        {
            using Stream input = options.File is "-" ? Console.OpenStandardInput() : File.OpenRead(options.File);
            run.Run(SnapshotReader.Read(input));
        }
        catch (Exception e) when (e is SnapshotException or IOException or UnauthorizedAccessException)
        {
            run._errors.WriteLine($"Cannot read '{options.File}': {e.Message}");
            return Commands.ExitCode.Usage;
        }

        run._json?.End(run._sum);
        if (run._json is null)
        {
            RestoreReport.WriteText(TextOutput.Create(output), run._sum);
        }

        output.Flush();
        return run._sum.Failures == 0 && !run._sum.IsStopped ? Commands.ExitCode.Ok : Commands.ExitCode.Failed;
    }

    private void Run(SnapshotReader snapshot)
    {
        _json?.Begin();
        List<RestoredFile> files = [.. snapshot.Entries.Select(RestoredFile.Of).Select(file => file with { Wanted = file.WantedIn(_options.Selection) })
            .Where(static file => file.Wanted.Count > 0)];
        foreach (string damage in snapshot.Damage)
        {
            Fail(PathBytes.Of(_options.File), damage);
        }

        using (var progress = new WorkProgress(_errors, files.Aggregate(Int128.Zero, static (sum, file) => sum + file.WantedBytes)))
        using (var warmer = new Warmer(OnWarm, bytes => progress.Add(bytes), _stop.Token))
        {
            _progress = progress;
            foreach (RestoredFile file in files.TakeWhile(_ => !_stop.IsRequested))
            {
                var visitor = new OneFileVisitor((in FoundFile found) => Restore(file, found, warmer), Fail);
                FileTree.Visit(file.Path, visitor);
                if (visitor.IsStopped)
                {
                    Fail(new PathBytes(file.Path), "It is a directory now");
                }
            }

            warmer.Finish();
        }

        _sum.IsStopped = _stop.IsRequested;
    }

    private void Restore(RestoredFile file, in FoundFile found, Warmer warmer)
    {
        if (found.Size < file.Size)
        {
            Fail(found.Path, $"It shrank from {file.Size} to {found.Size} bytes since; what is left of it is restored");
        }
        else if (found.Size > file.Size)
        {
            Fail(found.Path, $"It grew from {file.Size} to {found.Size} bytes since; the parts of then are restored");
        }

        RestoredFile cut = file.CutTo(found.Size);
        if (cut.Wanted.Count == 0)
        {
            return;
        }

        (long offset, _) = cut.Wanted[0];
        (long last, long length) = cut.Wanted[^1];
        var before = PageResidency.Of(found.Handle, offset, last + length - offset);
        List<(long Offset, long Length)> missing = [.. MissingParts.Of(before, cut.Wanted)];
        _progress!.Add(cut.WantedBytes - missing.Sum(static part => part.Length));
        using BorrowedHandle<SafeFileHandle> borrowed = found.Handle.Borrow();
        warmer.Add(new WarmingFile(new PathBytes(file.Path), borrowed.Duplicate(), found.Size, before) { Tag = cut }, missing);
    }

    private void OnWarm(WarmingFile file)
    {
        var wanted = (RestoredFile)file.Tag!;
        if (file.Error is not null)
        {
            Fail(file.Path, file.Error.Message);
        }

        if (TryLook(file) is not { } after)
        {
            return;
        }

        long? resident = after.IsKnown ? wanted.WantedBytes - MissingParts.Of(after, wanted.Wanted).Sum(static part => part.Length) : null;
        _sum.Files++;
        _sum.Wanted += wanted.WantedBytes;
        _sum.Read += file.Bytes;
        _sum.Resident += resident ?? 0;
        _sum.UnknownFiles += resident is null ? 1 : 0;
        _json?.Add(file, wanted, resident);
    }

    private PageResidency? TryLook(WarmingFile file)
    {
        try
        {
            return PageResidency.Of(file.Handle, file.Before.Offset, file.Before.Length);
        }
        catch (IOException e)
        {
            Fail(file.Path, e.Message);
            return null;
        }
    }

    private void Fail(PathBytes path, string reason)
    {
        _sum.Failures++;
        _json?.AddFailure(path, reason);
        _errors.WriteLine($"{path}: {reason}");
    }
}
