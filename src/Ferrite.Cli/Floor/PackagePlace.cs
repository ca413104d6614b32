using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Editing;
using Ferrite.SdkFloor.Projects;

namespace Ferrite.Cli.Floor;

/// <summary>Where the version of a package stands, or would stand: in the project, or centrally.</summary>
internal sealed class PackagePlace
{
    private const string Reference = "PackageReference";
    private const string CentralVersion = "PackageVersion";
    private const string Override = "VersionOverride";

    private readonly Action<string> _write;

    private PackagePlace(string file, string? version, Action<string> write)
    {
        File = file;
        Version = version;
        _write = write;
    }

    internal string File { get; }

    /// <summary>As it stands there; null where there is none yet.</summary>
    internal string? Version { get; }

    /// <summary>Whether a property stands in the version's place.</summary>
    internal bool IsComputed => Version?.Contains("$(", StringComparison.Ordinal) == true;

    internal void Write(string version) => _write(version);

    internal static PackagePlace Find(ProjectFacts facts, string id, PackageItem? item)
    {
        string projectFile = item?.File ?? facts.Packages.FirstOrDefault(package => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.File ?? facts.Path;
        XmlText project = XmlText.Load(projectFile);
        XmlSpot? reference = ProjectEdits.FindItem(project, Reference, id);
        if (reference is not null && ProjectEdits.VersionOf(project, reference, Override) is { } own)
        {
            return new PackagePlace(projectFile, own, version => ProjectEdits.SetVersion(project, reference, version, Override).Save(projectFile));
        }

        if (facts.CentralFile is { Length: > 0 } central)
        {
            return FindCentral(central, projectFile, project, reference, id);
        }

        return reference is not null
            ? new PackagePlace(projectFile, ProjectEdits.VersionOf(project, reference), version => ProjectEdits.SetVersion(project, reference, version).Save(projectFile))
            : item is not null ? throw new FloorException($"{id} is not where MSBuild says that it stands, in {projectFile}: several in one item, perhaps.")
            : new PackagePlace(projectFile, null, version => ProjectEdits.AddItem(project, Reference, id, version).Save(projectFile));
    }

    private static PackagePlace FindCentral(string central, string projectFile, XmlText project, XmlSpot? reference, string id)
    {
        if (!System.IO.File.Exists(central))
        {
            throw new FloorException($"Versions are managed centrally, and there is no {central}.");
        }

        XmlText versions = XmlText.Load(central);
        XmlSpot? version = ProjectEdits.FindItem(versions, CentralVersion, id);
        return new PackagePlace(central, version is null ? null : ProjectEdits.VersionOf(versions, version), chosen =>
        {
            (version is null ? ProjectEdits.AddItem(versions, CentralVersion, id, chosen) : ProjectEdits.SetVersion(versions, version, chosen)).Save(central);
            if (reference is null)
            {
                ProjectEdits.AddItem(project, Reference, id, version: null).Save(projectFile);
            }
        });
    }
}
