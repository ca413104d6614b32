using System.Text.Json;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>For programs: each file, and the sum.</summary>
internal sealed class ActionJson(Stream output, Verb verb, bool summaryOnly) : IActionReport
{
    private readonly JsonFiles _files = new(output, hasFiles: !summaryOnly);

    public void Begin() => _files.Begin(verb.Command);

    public void Add(FileAction action) => _files.AddFile(action.Path.Span, json => WriteFile(json, action));

    public void AddFailure(PathBytes path, string reason) => _files.AddFailure(path, reason);

    public void End(ResidencySum sum, ActionSum done)
    {
        _files.End(sum, json =>
        {
            JsonShapes.WriteWide(json, JsonEncodedText.Encode(verb.Member).EncodedUtf8Bytes, done.Bytes);
            json.WriteNumber("residentPagesBefore"u8, done.PagesBefore);
            json.WriteNumber("milliseconds"u8, (long)done.Elapsed.TotalMilliseconds);
            if (verb == Verb.Lock)
            {
                json.WriteNumber("process"u8, Environment.ProcessId);
            }
        });
        output.Flush();
    }

    private void WriteFile(Utf8JsonWriter json, FileAction action)
    {
        json.WriteNumber("size"u8, action.Size);
        json.WriteNumber("pages"u8, action.After.Pages);
        json.WriteNumber(verb.Member, action.Bytes);
        if (action.Before.IsKnown)
        {
            json.WriteNumber("residentPagesBefore"u8, action.Before.ResidentPages);
        }

        JsonShapes.WriteResident(json, action.After);
        if (action.Stays is not null)
        {
            json.WriteString("stays"u8, action.Stays);
        }
    }
}
