using Ferrite.SdkFloor.Build.Reading;
using Ferrite.TestKit;

namespace Ferrite.SdkFloor.Build.Tests.Reading;

/// <summary>A project's target is found under whichever name the SDK that restored it gave it.</summary>
public sealed class AssetsFileTests
{
    [Theory]
    [InlineData("net10.0-windows", "net10.0-windows")]
    [InlineData("net9.0-windows", "net9.0-windows7.0")]
    [InlineData("net8.0", "net8.0")]
    [InlineData("netstandard2.0", ".NETStandard,Version=v2.0")]
    public void The_target_of_a_framework(string alias, string target)
    {
        using var folder = new TempDirectory();
        string path = Path.Combine(folder.Path, "project.assets.json");
        string key = target.StartsWith('.') ? alias : target;
        File.WriteAllText(path, $$"""
            {
              "targets": { "{{target}}": { "A/1.0.0": { "type": "package" } } },
              "libraries": { "A/1.0.0": { "type": "package", "path": "a/1.0.0", "files": [] } },
              "packageFolders": { "/packages/": {} },
              "project": { "frameworks": { "{{key}}": { "targetAlias": "{{alias}}", "dependencies": { "A": { "include": "Runtime" } } } } }
            }
            """);
        AssetsLibrary library = Assert.Single(AssetsFile.Read(path, [alias, ".NETStandard,Version=v2.0"], "")!.Libraries);
        Assert.Equal(("A", true), (library.Id, library.IsDirect));
        Assert.Null(AssetsFile.Read(path, ["net7.0"], ""));
    }
}
