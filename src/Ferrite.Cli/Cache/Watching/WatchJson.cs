using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ferrite.Cli.Cache.Watching;

/// <summary>A line of JSON for each look: the files that changed, and the sum.</summary>
internal sealed class WatchJson(Stream stream) : IWatchView
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void Show(WatchLook look, DateTime time)
    {
        using (var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, "ferrite.cache.watch"u8);
            json.WriteNumber("version"u8, JsonFiles.Version);
            json.WriteString("time"u8, time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteStartArray("changed"u8);
            foreach (WatchedFile file in look.Ordered.TakeWhile(static file => file.Change != 0))
            {
                json.WriteStartObject();
                JsonShapes.WritePath(json, file.File.Path.Span);
                json.WriteNumber("pages"u8, file.File.Residency.Pages);
                JsonShapes.WriteResident(json, file.File.Residency);
                json.WriteNumber("change"u8, file.Change);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("total"u8);
            JsonShapes.WriteSum(json, look.Sum);
            json.WriteNumber("change"u8, look.Change);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        _buffer.Write("\n"u8);
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        stream.Flush();
    }
}
