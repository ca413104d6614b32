using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ferrite.Cli.Files;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>
/// The frame of what <c>--json</c> writes: one object with a schema and a version, the files, a line each, as they are found, the failures,
/// the total. Its shapes are documented in docs/ferrite-cache.md.
/// </summary>
internal sealed class JsonFiles
{
    /// <summary>Of every shape; whoever changes the meaning of what is there, or takes something away, raises it.</summary>
    internal const int Version = 1;

    /// <summary>Names may be in any language, and the output is no part of a web page.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly List<(byte[] Path, string Reason)> _failures = [];
    private readonly bool _hasFiles;
    private bool _isFirst = true;

    /// <param name="output">Where to.</param>
    /// <param name="hasFiles">False where only the total is wanted.</param>
    internal JsonFiles(Stream output, bool hasFiles)
    {
        _output = output;
        _hasFiles = hasFiles;
    }

    internal void Begin(string command)
    {
        string head = $$"""{"schema":"ferrite.cache.{{command}}","version":{{Version}},"pageSize":{{MappedFile.PageSize}}""";
        _output.Write(Encoding.ASCII.GetBytes(head));
        _output.Write(_hasFiles ? ",\n\"files\":["u8 : ""u8);
    }

    internal void AddFile(ReadOnlySpan<byte> path, Action<Utf8JsonWriter> writeMembers)
    {
        if (_hasFiles)
        {
            AddItem(path, writeMembers);
        }
    }

    internal void AddFailure(PathBytes path, string reason) => _failures.Add((path.Span.ToArray(), reason));

    internal void End(ResidencySum sum, Action<Utf8JsonWriter>? writeMembers = null) => End(json =>
    {
        JsonShapes.WriteSum(json, sum);
        writeMembers?.Invoke(json);
    });

    internal void End(Action<Utf8JsonWriter> writeTotal)
    {
        _output.Write(_hasFiles ? "\n],\n\"failures\":["u8 : ",\n\"failures\":["u8);
        _isFirst = true;
        foreach ((byte[] path, string reason) in _failures)
        {
            AddItem(path, json => json.WriteString("reason"u8, reason));
        }

        _output.Write("],\n\"total\":"u8);
        WriteObject(writeTotal);
        _output.Write("}\n"u8);
    }

    private void AddItem(ReadOnlySpan<byte> path, Action<Utf8JsonWriter> writeMembers)
    {
        _output.Write(_isFirst ? "\n"u8 : ",\n"u8);
        _isFirst = false;
        byte[] name = path.ToArray();
        WriteObject(json =>
        {
            JsonShapes.WritePath(json, name);
            writeMembers(json);
        });
    }

    private void WriteObject(Action<Utf8JsonWriter> writeMembers)
    {
        using (var json = new Utf8JsonWriter(_buffer, Options))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
