using System.Text.Encodings.Web;
using System.Text.Json;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>Reads and writes sdk-tables.json.</summary>
internal static class TablesFile
{
    private const string Schema = "ferrite.sdk-tables";
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <exception cref="TablesException">The file is not what it should be.</exception>
    internal static SdkTables Read(Stream stream)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement root = document.RootElement;
            if (root.GetProperty("schema").GetString() is not Schema || root.GetProperty("version").GetInt32() != SchemaVersion)
            {
                throw new TablesException($"This is not version {SchemaVersion} of {Schema}.");
            }

            return new SdkTables(
                root.GetProperty("sources").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!, StringComparer.Ordinal),
                root.GetProperty("bands").EnumerateArray().Select(static row => new BandRow(
                    SdkOf(row), VersionOf(row, "visualStudio"), VersionOf(row, "roslyn"), VersionOf(row, "csharp"),
                    row.GetProperty("shipped").GetString(), SourcesOf(row))),
                root.GetProperty("frameworks").EnumerateArray()
                    .Select(static row => new FrameworkRow(row.GetProperty("framework").GetString()!, SdkOf(row), SourcesOf(row))),
                root.GetProperty("releases").EnumerateArray()
                    .Select(static row => new ReleaseRow(SdkOf(row), row.GetProperty("date").GetString(), SourcesOf(row))));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new TablesException("The SDK tables can't be read: " + e.Message, e);
        }
    }

    internal static void Write(SdkTables tables, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteNumber("version", SchemaVersion);
        json.WriteStartObject("sources");
        foreach ((string key, string source) in tables.Sources)
        {
            json.WriteString(key, source);
        }

        json.WriteEndObject();
        WriteRows(json, "bands", tables.Bands, static (json, row) =>
        {
            json.WriteString("sdk", row.Sdk.ToString());
            json.WriteString("visualStudio", row.VisualStudio?.ToString());
            json.WriteString("roslyn", row.Roslyn?.ToString());
            json.WriteString("csharp", row.CSharp?.ToString());
            json.WriteString("shipped", row.Shipped);
            return row.Sources;
        });
        WriteRows(json, "frameworks", tables.Frameworks, static (json, row) =>
        {
            json.WriteString("framework", row.Framework);
            json.WriteString("sdk", row.Sdk.ToString());
            return row.Sources;
        });
        WriteRows(json, "releases", tables.Releases, static (json, row) =>
        {
            json.WriteString("sdk", row.Sdk.ToString());
            json.WriteString("date", row.Date);
            return row.Sources;
        });
        json.WriteEndObject();
    }

    private static void WriteRows<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Func<Utf8JsonWriter, T, IReadOnlyList<string>> write)
    {
        json.WriteStartArray(name);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            IReadOnlyList<string> sources = write(json, row);
            json.WriteStartArray("sources");
            foreach (string source in sources)
            {
                json.WriteStringValue(source);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static SdkVersion SdkOf(JsonElement row) => SdkVersion.Parse(row.GetProperty("sdk").GetString()!);

    private static Version? VersionOf(JsonElement row, string name) => row.GetProperty(name).GetString() is { } text ? Version.Parse(text) : null;

    private static string[] SourcesOf(JsonElement row) => [.. row.GetProperty("sources").EnumerateArray().Select(static source => source.GetString()!)];
}
