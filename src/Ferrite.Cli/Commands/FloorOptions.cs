using System.CommandLine;

namespace Ferrite.Cli.Commands;

/// <summary>Options and arguments that several of the floor's commands have.</summary>
internal static class FloorOptions
{
    internal static Argument<string> Path() => new("PATH")
    {
        Description = "A project, a solution, or a directory with one of them.",
        DefaultValueFactory = static _ => ".",
    };

    internal static Option<string?> Project() => new("--project", "-p") { Description = "The project; else the one in the current directory." };

    internal static Option<string?> Sdk() => new("--sdk") { Description = "The SDK to hold floors against, such as 9.0.100; else the one that builds here." };

    internal static Option<bool> Json() => new("--json") { Description = "Write JSON: one object, described in docs/sdk-floor.md." };

    internal static Option<string[]> Source() => new("--source", "-s") { Description = "A feed to ask instead of those in nuget.config; may be given again." };

    internal static Option<bool> Prerelease() => new("--prerelease") { Description = "Prereleases of packages count too." };

    internal static Option<bool> DryRun() => new("--dry-run") { Description = "Say what would be written, and write nothing." };
}
