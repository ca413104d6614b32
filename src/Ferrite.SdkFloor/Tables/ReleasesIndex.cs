using System.Text.Json;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>
/// Renews the tables from a downloaded releases-index.json (dotnet/core, release-notes), and from the releases.json of each channel where they lie
/// beside it as they do there: 10.0/releases.json. Neither tells a compiler's version: new bands have none until somebody adds it with its source.
/// </summary>
internal static class ReleasesIndex
{
    /// <exception cref="TablesException">The index can't be read.</exception>
    internal static SdkTables Renew(SdkTables tables, string indexPath)
    {
        var releases = tables.Releases.ToDictionary(static row => row.Sdk);
        var bands = tables.Bands.ToDictionary(static row => row.Sdk);
        var sources = new Dictionary<string, string>(tables.Sources, StringComparer.Ordinal);
        using JsonDocument index = Open(indexPath);
        foreach (JsonElement channel in Elements(index.RootElement, "releases-index", indexPath))
        {
            if (Text(channel, "latest-sdk") is { } sdk && SdkVersion.TryParse(sdk, out SdkVersion? version))
            {
                releases[version!] = new ReleaseRow(version!, Text(channel, "latest-release-date"), ["releases-index"]);
            }

            if (Text(channel, "channel-version") is { } name && name.All(static c => char.IsAsciiDigit(c) || c == '.'))
            {
                string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(indexPath))!, name, "releases.json");
                if (File.Exists(path))
                {
                    string key = $"releases-{name}";
                    sources[key] = $"https://github.com/dotnet/core/blob/main/release-notes/{name}/releases.json";
                    ReadChannel(path, key, releases, bands);
                }
            }
        }

        sources.TryAdd("releases-index", "https://github.com/dotnet/core/blob/main/release-notes/releases-index.json");
        return new SdkTables(sources, bands.Values, tables.Frameworks, releases.Values);
    }

    private static void ReadChannel(
        string path, string source, Dictionary<SdkVersion, ReleaseRow> releases, Dictionary<SdkVersion, BandRow> bands)
    {
        using JsonDocument document = Open(path);
        foreach (JsonElement release in Elements(document.RootElement, "releases", path))
        {
            string? date = Text(release, "release-date");
            IEnumerable<JsonElement> sdks = release.TryGetProperty("sdks", out JsonElement all) && all.ValueKind == JsonValueKind.Array
                ? all.EnumerateArray()
                : release.TryGetProperty("sdk", out JsonElement one) ? [one] : [];
            foreach (JsonElement sdk in sdks)
            {
                if (Text(sdk, "version") is not { } text || !SdkVersion.TryParse(text, out SdkVersion? version))
                {
                    continue;
                }

                releases[version!] = new ReleaseRow(version!, date, [source]);
                bool isFirstOfBand = !version!.IsPrerelease && version.Major > 2 && version.Patch % 100 == 0;
                if (isFirstOfBand && !bands.ContainsKey(version))
                {
                    Version? language = Version.TryParse(Text(sdk, "csharp-version"), out Version? found) ? found : null;
                    bands[version] = new BandRow(version, null, null, language, date, [source]);
                }
            }
        }
    }

    private static JsonDocument Open(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonDocument.Parse(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TablesException($"{path} can't be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new TablesException($"{path} is not JSON: {e.Message}", e);
        }
    }

    private static IEnumerable<JsonElement> Elements(JsonElement root, string name, string path) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Where(static element => element.ValueKind == JsonValueKind.Object)
            : throw new TablesException($"{path} has no list '{name}': is it the index of .NET releases?");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
