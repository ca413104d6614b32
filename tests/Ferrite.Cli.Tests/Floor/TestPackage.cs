using System.IO.Compression;
using System.Text;

namespace Ferrite.Cli.Tests.Floor;

/// <summary>A package written file by file, as small as restore takes it.</summary>
internal sealed record TestPackage(string Id, string Version)
{
    /// <summary>What ferrite/sdk-floor.json says; null for a package that has none.</summary>
    internal string? Floor { get; init; }

    /// <summary>Further lines in sdk-floor.json, each with its comma in front.</summary>
    internal string FloorExtras { get; init; } = "";

    internal string Framework { get; init; } = "netstandard2.0";

    /// <summary>Whether it has analyzers and nothing else.</summary>
    internal bool IsAnalyzer { get; init; }

    internal string[] Dependencies { get; init; } = [];

    internal byte[] Write()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            string dependencies = string.Concat(Dependencies.Select(static id => $"""<dependency id="{id}" version="1.0.0" exclude="Build,Analyzers" />"""));
            Add(zip, $"{Id}.nuspec", $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{Id}</id><version>{Version}</version><authors>test</authors><description>test</description>
                  <dependencies><group targetFramework="{Framework}">{dependencies}</group></dependencies>
                </metadata></package>
                """);
            Add(zip, IsAnalyzer ? $"analyzers/dotnet/cs/{Id}.dll" : $"lib/{Framework}/{Id}.dll", "not an assembly");
            if (Floor is not null)
            {
                Add(zip, "ferrite/sdk-floor.json", $$"""{ "schema": "ferrite.sdk-floor", "version": 1, "floor": "{{Floor}}"{{FloorExtras}} }""");
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string text)
    {
        using Stream entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
