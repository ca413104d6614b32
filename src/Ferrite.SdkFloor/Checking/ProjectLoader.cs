using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Packages;
using Ferrite.SdkFloor.Projects;
using NuGet.ProjectModel;

namespace Ferrite.SdkFloor.Checking;

/// <summary>Brings a project's declaration and graphs together.</summary>
internal sealed class ProjectLoader(FloorSession session)
{
    private readonly GraphReader _graphs = new(session.Tables, session.Projects, session.Packages);

    /// <param name="facts">The project.</param>
    /// <param name="framework">The only target framework to look at; null for all.</param>
    /// <param name="runtime">The only runtime to look at; null for all.</param>
    /// <exception cref="FloorException">The project is not restored, or has no such target.</exception>
    internal CheckedProject Load(ProjectFacts facts, string? framework = null, string? runtime = null)
    {
        LockFile assets = AssetsFile.Read(facts.AssetsFile, facts.Path);
        FloorGraph[] graphs = [.. _graphs.Read(facts, assets).Where(graph =>
            (framework is null || framework.Equals(graph.Target.Framework, StringComparison.OrdinalIgnoreCase))
            && (runtime is null || runtime.Equals(graph.Target.RuntimeIdentifier, StringComparison.OrdinalIgnoreCase)))];
        if (graphs.Length == 0 && (framework is not null || runtime is not null))
        {
            string all = string.Join(", ", assets.Targets.Select(static target => target.Name));
            throw new FloorException($"{facts.Path} was not restored for {framework ?? "any framework"}, {runtime ?? "any runtime"}; it was for {all}.");
        }

        return new CheckedProject
        {
            Name = facts.Name,
            Declaration = facts.ToDeclaration(PackedRoslyn(facts, assets)),
            Graphs = graphs,
            IsFloorRequired = facts is { IsPackable: true, RequireSdkFloor: true },
            IsCheckOff = facts.NoSdkFloorCheck,
        };
    }

    /// <summary>Of the assemblies that it packs where they are built, else of the compiler's libraries that it refers to.</summary>
    private static Version? PackedRoslyn(ProjectFacts facts, LockFile assets)
    {
        try
        {
            return AnalyzerFolders.LowestRoslyn(new BuiltAnalyzers(facts.PackedAnalyzers), out _) ?? (facts.IsAnalyzer
                ? assets.Libraries.Where(static library => "Microsoft.CodeAnalysis.Common".Equals(library.Name, StringComparison.OrdinalIgnoreCase))
                    .Select(static library => library.Version.Version).Max()
                : null);
        }
        catch (IOException e)
        {
            throw new FloorException($"The analyzers that {facts.Path} packs can't be read: {e.Message}", e);
        }
    }
}
