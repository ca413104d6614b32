using Ferrite.Cli.Cache.Acting;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What came back, for programs.</summary>
internal sealed class RestoreJson(Stream output, bool summaryOnly)
{
    private readonly JsonFiles _files = new(output, hasFiles: !summaryOnly);

    internal void Begin() => _files.Begin(Verb.Restore.Command);

    internal void Add(WarmingFile file, RestoredFile wanted, long? resident) => _files.AddFile(file.Path.Span, json =>
    {
        json.WriteNumber("size"u8, file.Size);
        json.WriteNumber("wantedBytes"u8, wanted.WantedBytes);
        json.WriteNumber(Verb.Restore.Member, file.Bytes);
        json.WriteBoolean("known"u8, resident is not null);
        if (resident is { } bytes)
        {
            json.WriteNumber("residentBytes"u8, bytes);
        }
    });

    internal void AddFailure(PathBytes path, string reason) => _files.AddFailure(path, reason);

    internal void End(RestoreSum sum) => _files.End(json =>
    {
        json.WriteNumber("files"u8, sum.Files);
        JsonShapes.WriteWide(json, "wantedBytes"u8, sum.Wanted);
        JsonShapes.WriteWide(json, "readBytes"u8, sum.Read);
        JsonShapes.WriteWide(json, "residentBytes"u8, sum.Resident);
        json.WriteNumber("unknownFiles"u8, sum.UnknownFiles);
        json.WriteNumber("milliseconds"u8, (long)sum.Elapsed.TotalMilliseconds);
        json.WriteNumber("failures"u8, sum.Failures);
        json.WriteBoolean("stopped"u8, sum.IsStopped);
    });
}
