using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>Lines of JSON: what it is, a line for each file, and how many there were, by which one that was cut off is told.</summary>
internal sealed class SnapshotWriter(Stream output, string name) : IDisposable
{
    internal const string Schema = "ferrite.cache.snapshot";
    internal const int Version = 1;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal long Files { get; private set; }

    internal void Begin() => WriteLine(static json =>
    {
        json.WriteString("schema"u8, Schema);
        json.WriteNumber("version"u8, Version);
        json.WriteNumber("pageSize"u8, MappedFile.PageSize);
        json.WriteString("created"u8, DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    });

    internal void Add(SnapshotEntry entry)
    {
        WriteLine(json =>
        {
            JsonShapes.WritePath(json, entry.Path);
            json.WriteNumber("size"u8, entry.Size);
            JsonShapes.WriteRanges(json, entry.Ranges);
        });
        Files++;
    }

    internal void End() => WriteLine(json => json.WriteNumber("files"u8, Files));

    public void Dispose() => _json.Dispose();

    private void WriteLine(Action<Utf8JsonWriter> writeMembers)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        writeMembers(_json);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        try
        {
            output.Write(_buffer.WrittenSpan);
        }
        catch (IOException e)
        {
            throw ReplacedFile.Refusal(name, e);
        }

        _buffer.ResetWrittenCount();
    }
}
