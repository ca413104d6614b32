using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>The packages, packed once for all tests as a release would be, in a folder that serves as a feed.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly TempDirectory _feed = new();

    public PackedPackage()
    {
        using var sources = new SourceCopy();
        foreach (string project in sources.Projects)
        {
            Tool.Run("dotnet", "pack", project, "-c", "Release", "--output", Feed, $"-p:Version={Version}", "-v", "quiet", "-nodeReuse:false");
        }
    }

    /// <summary>Never one that NuGet's cache knows.</summary>
    public string Version { get; } = $"0.0.1-test{Guid.NewGuid():N}";

    public string Feed => _feed.Path;

    public string PathOf(string name) => Path.Combine(Feed, $"{name}.{Version}.nupkg");

    public void Dispose()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string package in Directory.EnumerateFiles(Feed, "*.nupkg"))
        {
            string name = Path.GetFileName(package)[..^$".{Version}.nupkg".Length];
            string cached = Path.Combine(cache, name.ToLowerInvariant(), Version);
            if (Directory.Exists(cached))
            {
                Directory.Delete(cached, recursive: true);
            }
        }

        _feed.Dispose();
    }
}
