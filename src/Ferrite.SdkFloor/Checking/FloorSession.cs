using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Packages;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Sdks;
using Ferrite.SdkFloor.Tables;

namespace Ferrite.SdkFloor.Checking;

/// <summary>What the commands share: the projects that a path means, the SDK that builds them, and the tables.</summary>
internal sealed class FloorSession : IDisposable
{
    private readonly string? _sdkOption;

    /// <param name="path">A project, a solution, or a directory with one.</param>
    /// <param name="sdkOption">What <c>--sdk</c> says; null where it was not given.</param>
    /// <exception cref="FloorException">The path means nothing, or there is no SDK.</exception>
    internal FloorSession(string path, string? sdkOption)
    {
        _sdkOption = sdkOption;
        Paths = SolutionReader.ProjectsOf(path);
        Directory = Path.GetDirectoryName(Path.GetFullPath(System.IO.Directory.Exists(path) ? Path.Combine(path, "x") : path))!;
        Running = SdkInstallation.For(Directory);
        SdkLibraries.Use(Running);
        // Whatever runs here exists, even where the tables are older.
        Tables = TablesStore.Load().With(Running.Version);
        Projects = new ProjectReader(Running);
        Packages = new PackageReader(Tables);
    }

    internal IReadOnlyList<string> Paths { get; }

    /// <summary>Where global.json and nuget.config are looked for.</summary>
    internal string Directory { get; }

    internal InstalledSdk Running { get; }

    internal SdkTables Tables { get; }

    internal ProjectReader Projects { get; }

    internal PackageReader Packages { get; }

    /// <exception cref="FloorException">What is given is no version.</exception>
    internal SdkAtHand SdkFor(ProjectFacts facts) => SdkChoice.Choose(_sdkOption, facts.SdkOverride, Running);

    public void Dispose() => Projects.Dispose();
}
