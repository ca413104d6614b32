using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>Reads the tables that the tool and the task share; the tool also writes them.</summary>
internal static class TablesFile
{
    internal static SdkTables Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        object? root = JsonText.Parse(reader.ReadToEnd());
        return new SdkTables(
            root.Members("sources").ToDictionary(static source => source.Key, static source => (string)source.Value!, StringComparer.Ordinal),
            root.Elements("bands").Select(static row =>
                new BandRow(SdkOf(row), VersionOf(row, "visualStudio"), VersionOf(row, "roslyn"), VersionOf(row, "csharp"), row.Text("shipped"), [])),
            root.Elements("frameworks").Select(static row => new FrameworkRow(row.Text("framework")!, SdkOf(row), [])),
            root.Elements("releases").Select(static row => new ReleaseRow(SdkOf(row), row.Text("date"), [])));
    }

    private static SdkVersion SdkOf(object? row) => SdkVersion.Parse(row.Text("sdk")!);

    private static Version? VersionOf(object? row, string name) => row.Text(name) is { } text ? Version.Parse(text) : null;
}
