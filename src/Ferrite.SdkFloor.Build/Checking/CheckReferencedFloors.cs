using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Values;
using Microsoft.Build.Framework;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>Holds the floors of the projects that a project refers to against its own and the running SDK.</summary>
public sealed class CheckReferencedFloors : SdkFloorTask
{
    /// <summary>
    /// What those projects made, with MSBuildSourceProjectFile and FerriteSdkFloor; those with floors of some targets also have FerriteSdkFloors
    /// (value|runtime|framework|constants, between double bars) and FerriteSdkFloorTarget (framework|runtime|constants): what they are built for.
    /// </summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The framework as the project names it.</summary>
    [Required]
    public string TargetFramework { get; set; } = "";

    /// <summary>The runtime that is built for; empty for all.</summary>
    public string RuntimeIdentifier { get; set; } = "";

    private protected override void Run()
    {
        var root = new FloorNode(Path.GetFileNameWithoutExtension(ProjectFile), "", isProject: true);
        foreach (ITaskItem project in References)
        {
            root.Dependencies.Add(new FloorNode(Path.GetFileNameWithoutExtension(project.GetMetadata("MSBuildSourceProjectFile")), "", isProject: true)
            {
                Declared = FloorsOf(project),
            });
        }

        var graph = new FloorGraph(TargetOf(TargetFramework, RuntimeIdentifier), root);
        var checkedProject = new CheckedProject { Name = root.Id, Declaration = Declaration, Graphs = [graph] };
        foreach (Finding finding in new FloorCheck(Tables).Run(checkedProject, Sdk).Where(finding => finding.Node is not null && finding.Node != root))
        {
            Report(finding.Code, finding.IsError, finding.Message);
        }
    }

    /// <summary>Values that break the rules are told where they stand: when that project is built.</summary>
    private static List<FloorValue> FloorsOf(ITaskItem project)
    {
        string[] built = PartsOf(project.GetMetadata("FerriteSdkFloorTarget"), 3);
        FloorTarget target = TargetOf(built[0], built[1], built[2]);
        IEnumerable<string> values = project.GetMetadata("FerriteSdkFloors").Split(["||"], StringSplitOptions.RemoveEmptyEntries)
            .Select(static floor => PartsOf(floor, 4))
            .Where(parts => new FloorCondition(NotEmpty(parts[1]), NotEmpty(parts[2]), NotEmpty(parts[3])).Holds(target))
            .Select(static parts => parts[0]);
        var floors = new List<FloorValue>();
        foreach (string text in values.Concat([project.GetMetadata("FerriteSdkFloor")]))
        {
            if (FloorValue.TryParse(text, out FloorValue? value, out _))
            {
                floors.Add(value!);
            }
        }

        return floors;
    }

    private static string[] PartsOf(string text, int count) => [.. text.Split('|').Concat(Enumerable.Repeat("", count)).Take(count)];

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
