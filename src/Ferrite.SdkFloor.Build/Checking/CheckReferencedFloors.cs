using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Values;
using Microsoft.Build.Framework;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>Holds the floors of the projects that a project refers to against its own and the running SDK.</summary>
public sealed class CheckReferencedFloors : SdkFloorTask
{
    /// <summary>
    /// An item for each floor of each project, its name the project's; Floor, and RuntimeIdentifier, TargetFramework and DefineConstants for those that
    /// are not for all; what the project is built for as BuildsRuntime, BuildsFramework and BuildsConstants.
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
        foreach (IGrouping<string, ITaskItem> project in References.GroupBy(static item => item.ItemSpec, StringComparer.OrdinalIgnoreCase))
        {
            root.Dependencies.Add(new FloorNode(project.Key, "", isProject: true) { Declared = FloorsOf([.. project]) });
        }

        var graph = new FloorGraph(TargetOf(TargetFramework, RuntimeIdentifier), root);
        var checkedProject = new CheckedProject { Name = root.Id, Declaration = Declaration, Graphs = [graph] };
        foreach (Finding finding in new FloorCheck(Tables).Run(checkedProject, Sdk).Where(finding => finding.Node is not null && finding.Node != root))
        {
            Report(finding.Code, finding.IsError, finding.Message);
        }
    }

    /// <summary>Values that break the rules are told where they stand: when that project is built.</summary>
    private static List<FloorValue> FloorsOf(ITaskItem[] items)
    {
        var target = TargetOf(items[0].GetMetadata("BuildsFramework"), items[0].GetMetadata("BuildsRuntime"), items[0].GetMetadata("BuildsConstants"));
        var floors = new List<FloorValue>();
        foreach (ITaskItem item in items.Where(item => ConditionOf(item).Holds(target)))
        {
            if (FloorValue.TryParse(item.GetMetadata("Floor"), out FloorValue? value, out _))
            {
                floors.Add(value!);
            }
        }

        return floors;
    }
}
