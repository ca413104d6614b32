using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Ferrite.Cli.Files;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>
/// One JSON object, a line for each file, written as they are found. Its shape is documented in docs/ferrite-cache.md; whoever changes
/// the meaning of what is there, or takes something away, raises <see cref="Version"/>.
/// </summary>
internal sealed class JsonReport : IResidencyReport
{
    internal const int Version = 1;

    /// <summary>Names may be in any language, and the output is no part of a web page.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly bool _summaryOnly;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly List<(byte[] Path, string Reason)> _failures = [];
    private bool _hasFiles;

    internal JsonReport(Stream output, bool summaryOnly)
    {
        _output = output;
        _summaryOnly = summaryOnly;
    }

    public void Begin()
    {
        string head = $$"""{"schema":"ferrite.cache.stat","version":{{Version}},"pageSize":{{MappedFile.PageSize}}""";
        _output.Write(Encoding.ASCII.GetBytes(head));
        _output.Write(_summaryOnly ? ""u8 : ",\n\"files\":["u8);
    }

    public void Add(in FileResidency file)
    {
        if (_summaryOnly)
        {
            return;
        }

        _output.Write(_hasFiles ? ",\n"u8 : "\n"u8);
        _hasFiles = true;
        using (var json = new Utf8JsonWriter(_buffer, Options))
        {
            WriteFile(json, file);
        }

        WriteOut();
    }

    public void AddFailure(PathBytes path, string reason) => _failures.Add((path.Span.ToArray(), reason));

    public void End(ResidencySum sum)
    {
        _output.Write(_summaryOnly ? ",\n\"failures\":["u8 : "\n],\n\"failures\":["u8);
        for (int i = 0; i < _failures.Count; i++)
        {
            _output.Write(i > 0 ? ",\n"u8 : "\n"u8);
            using (var json = new Utf8JsonWriter(_buffer, Options))
            {
                WriteFailure(json, _failures[i].Path, _failures[i].Reason);
            }

            WriteOut();
        }

        _output.Write("],\n\"total\":"u8);
        using (var json = new Utf8JsonWriter(_buffer, Options))
        {
            WriteSum(json, sum);
        }

        WriteOut();
        _output.Write("}\n"u8);
    }

    private static void WriteFile(Utf8JsonWriter json, in FileResidency file)
    {
        json.WriteStartObject();
        WritePath(json, file.Path.Span);
        json.WriteNumber("size"u8, file.Size);
        json.WriteNumber("pages"u8, file.Residency.Pages);
        json.WriteBoolean("counted"u8, file.IsCounted);
        json.WriteBoolean("known"u8, file.Residency.IsKnown);
        if (file.Residency.IsKnown)
        {
            WriteResident(json, file.Residency);
        }

        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, ReadOnlySpan<byte> path, string reason)
    {
        json.WriteStartObject();
        WritePath(json, path);
        json.WriteString("reason"u8, reason);
        json.WriteEndObject();
    }

    private static void WriteResident(Utf8JsonWriter json, PageResidency residency)
    {
        json.WriteNumber("residentPages"u8, residency.ResidentPages);
        json.WriteNumber("residentBytes"u8, residency.ResidentBytes);
        json.WriteStartArray("ranges"u8);
        foreach ((long offset, long length) in residency.ResidentRanges)
        {
            json.WriteStartArray();
            json.WriteNumberValue(offset);
            json.WriteNumberValue(length);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSum(Utf8JsonWriter json, ResidencySum sum)
    {
        json.WriteStartObject();
        json.WriteNumber("files"u8, sum.Files);
        json.WriteNumber("pages"u8, sum.Pages);
        WriteWide(json, "bytes"u8, sum.Bytes);
        json.WriteNumber("residentPages"u8, sum.ResidentPages);
        WriteWide(json, "residentBytes"u8, sum.ResidentBytes);
        json.WriteNumber("unknownFiles"u8, sum.UnknownFiles);
        json.WriteNumber("unknownPages"u8, sum.UnknownPages);
        WriteWide(json, "unknownBytes"u8, sum.UnknownBytes);
        json.WriteNumber("directories"u8, sum.Directories);
        json.WriteNumber("notCounted"u8, sum.CountedAlready);
        json.WriteNumber("passedOver"u8, sum.PassedOver);
        json.WriteNumber("failures"u8, sum.Failures);
        json.WriteEndObject();
    }

    private static void WriteWide(Utf8JsonWriter json, ReadOnlySpan<byte> name, Int128 value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>JSON has no bytes: a name that is no UTF-8 stands there exactly as base64, and readably beside it.</summary>
    private static void WritePath(Utf8JsonWriter json, ReadOnlySpan<byte> path)
    {
        if (Utf8.IsValid(path))
        {
            json.WriteString("path"u8, path);
        }
        else
        {
            json.WriteString("path"u8, PrintableName.Of(path));
            json.WriteBase64String("pathBase64"u8, path);
        }
    }

    private void WriteOut()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
