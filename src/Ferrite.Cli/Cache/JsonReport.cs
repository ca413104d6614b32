using System.Text.Json;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache;

/// <summary>What <c>stat</c> and <c>top</c> find, as JSON.</summary>
internal sealed class JsonReport(Stream output, string command, bool summaryOnly) : IResidencyReport
{
    private readonly JsonFiles _files = new(output, hasFiles: !summaryOnly);

    public void Begin() => _files.Begin(command);

    public void Add(in FileResidency file)
    {
        FileResidency found = file;
        _files.AddFile(file.Path.Span, json => WriteFile(json, found));
    }

    public void AddFailure(PathBytes path, string reason) => _files.AddFailure(path, reason);

    public void End(ResidencySum sum) => _files.End(sum);

    private static void WriteFile(Utf8JsonWriter json, FileResidency file)
    {
        json.WriteNumber("size"u8, file.Size);
        json.WriteNumber("pages"u8, file.Residency.Pages);
        json.WriteBoolean("counted"u8, file.IsCounted);
        JsonShapes.WriteResident(json, file.Residency);
        if (file.Residency.IsKnown)
        {
            JsonShapes.WriteRanges(json, file.Residency.ResidentRanges);
        }
    }
}
