using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Ferrite.Cli.Files;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>What several JSON documents have in common.</summary>
internal static class JsonShapes
{
    /// <summary>JSON has no bytes: a name that is no UTF-8 stands there exactly as base64, and readably beside it.</summary>
    internal static void WritePath(Utf8JsonWriter json, ReadOnlySpan<byte> path)
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

    internal static void WriteRanges(Utf8JsonWriter json, IEnumerable<(long Offset, long Length)> ranges)
    {
        json.WriteStartArray("ranges"u8);
        foreach ((long offset, long length) in ranges)
        {
            json.WriteStartArray();
            json.WriteNumberValue(offset);
            json.WriteNumberValue(length);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>What is known of the pages; nothing where nothing is.</summary>
    internal static void WriteResident(Utf8JsonWriter json, PageResidency residency)
    {
        json.WriteBoolean("known"u8, residency.IsKnown);
        if (residency.IsKnown)
        {
            json.WriteNumber("residentPages"u8, residency.ResidentPages);
            json.WriteNumber("residentBytes"u8, residency.ResidentBytes);
        }
    }

    internal static void WriteSum(Utf8JsonWriter json, ResidencySum sum)
    {
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
        json.WriteNumber("passedOver"u8, sum.Specials);
        json.WriteNumber("otherFileSystems"u8, sum.OtherFileSystems);
        json.WriteNumber("walkedAlready"u8, sum.WalkedAlready);
        json.WriteNumber("failures"u8, sum.Failures);
        json.WriteBoolean("stopped"u8, sum.IsStopped);
    }

    internal static void WriteWide(Utf8JsonWriter json, ReadOnlySpan<byte> name, Int128 value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
