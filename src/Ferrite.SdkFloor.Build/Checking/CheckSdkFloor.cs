using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Rules;
using Microsoft.Build.Framework;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>Holds the floors of the project and of all that one of its targets uses against the running SDK.</summary>
public sealed class CheckSdkFloor : SdkFloorTask
{
    /// <summary><c>project.assets.json</c>.</summary>
    [Required]
    public string AssetsFile { get; set; } = "";

    /// <summary>The framework as the project names it.</summary>
    [Required]
    public string TargetFramework { get; set; } = "";

    /// <summary>The framework's full name.</summary>
    public string TargetFrameworkMoniker { get; set; } = "";

    /// <summary>The runtime that is built for; empty for all.</summary>
    public string RuntimeIdentifier { get; set; } = "";

    /// <summary>Whether a floor has to be declared: a packable project with <c>RequireSdkFloor</c>.</summary>
    public bool IsFloorRequired { get; set; }

    /// <summary>Written where nothing was wrong, with <see cref="Stamp"/>: the next build needn't ask again.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>All that the answer depends on.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    private protected override void Run()
    {
        try
        {
            FloorTarget target = TargetOf(TargetFramework, RuntimeIdentifier);
            string project = Path.GetFileNameWithoutExtension(ProjectFile);
            Reading.AssetsFile? assets = Reading.AssetsFile.Read(AssetsFile, [TargetFramework, TargetFrameworkMoniker], RuntimeIdentifier);
            FloorGraph graph = assets is null
                ? new FloorGraph(target, new FloorNode(project, "", isProject: true))
                : new GraphBuilder(Tables, target).Build(project, assets);
            IReadOnlyList<Finding> findings = new FloorCheck(Tables).Run(
                new CheckedProject { Name = project, Declaration = Declaration, Graphs = [graph], IsFloorRequired = IsFloorRequired }, Sdk);
            new FindingReport(Report, Sdk, Tables, new VersionsAtHand(assets is null ? [] : assets.PackageFolders, target, Tables, Sdk)).Write(findings);
            if (findings.Count == 0)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(StampFile)!);
                File.WriteAllText(StampFile, Stamp);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            Report(FloorCode.SdkTooOld, isError: false, $"The floors of the packages can't be checked: {e.Message}");
        }
    }
}
