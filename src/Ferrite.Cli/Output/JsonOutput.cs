using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ferrite.Cli.Output;

/// <summary>A document of one object, described on its commands' page in docs; who changes a meaning or takes something away raises the version.</summary>
internal static class JsonOutput
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    internal static void Write(Stream output, string schema, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            json.WriteNumber("version", Version);
            write(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    internal static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
