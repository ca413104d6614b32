using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>The graph of one target, from what restore wrote.</summary>
internal sealed class GraphBuilder(SdkTables tables, FloorTarget target)
{
    private readonly PackageInference _inference = new(tables);

    internal FloorGraph Build(string project, AssetsFile assets)
    {
        var root = new FloorNode(project, "", isProject: true);
        var nodes = new Dictionary<string, FloorNode>(StringComparer.OrdinalIgnoreCase);
        foreach (AssetsLibrary library in assets.Libraries)
        {
            nodes[library.Id] = NodeOf(library);
            if (library.IsDirect)
            {
                root.Dependencies.Add(nodes[library.Id]);
            }
        }

        foreach (AssetsLibrary library in assets.Libraries)
        {
            nodes[library.Id].Dependencies.AddRange(library.Dependencies.Where(nodes.ContainsKey).Select(id => nodes[id]));
        }

        return new FloorGraph(target, root);
    }

    private FloorNode NodeOf(AssetsLibrary library)
    {
        string? folder = library.Folder;
        bool isUsed = folder is not null && library.IsUsed;
        IReadOnlyList<FloorValue> declared = isUsed && library.Files.Contains(PackageFloorFile.Path, StringComparer.OrdinalIgnoreCase)
            ? PackageFloorFile.Read(Path.Combine(folder!, PackageFloorFile.Path)).ApplyingTo(target, library.ChosenFramework)
            : [];
        return new FloorNode(library.Id, library.Version, library.IsProject)
        {
            IsUsed = isUsed,
            Declared = declared,
            Inferred = isUsed && declared.Count == 0 ? _inference.Infer(new PackageContents(library, folder!)) : null,
        };
    }
}
