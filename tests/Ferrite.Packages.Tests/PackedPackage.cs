using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>The packages, packed once for all tests as a release would be, in a folder that serves as a feed.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly TempDirectory _feed = new();

    public PackedPackage()
    {
        using var sources = new SourceCopy();
        Tool.Run("dotnet", "pack", sources.Project, "-c", "Release", "--output", Feed, $"-p:Version={Version}", "-v", "quiet", "-nodeReuse:false");
    }

    /// <summary>Never one that NuGet's cache knows.</summary>
    public string Version { get; } = $"0.0.1-test{Guid.NewGuid():N}";

    public string Feed => _feed.Path;

    public string Package => Path.Combine(Feed, $"Ferrite.Mapping.{Version}.nupkg");

    public void Dispose()
    {
        string cached = Path.Combine(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "ferrite.mapping",
            Version);
        if (Directory.Exists(cached))
        {
            Directory.Delete(cached, recursive: true);
        }

        _feed.Dispose();
    }
}
