using System.Xml.Linq;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>The MSBuild that travels in a package: its floors as items, and the import of the check that all packages share.</summary>
internal sealed class TravellingProject
{
    internal const string CheckFile = "FerriteSdkFloorCheckV1.targets";
    internal const string CheckFolder = "ferrite";

    private const string CheckDone = "FerriteSdkFloorCheckV1";
    private const string Item = "FerriteSdkFloor";

    private readonly string _id;
    private readonly string _version;
    private readonly IReadOnlyList<PackedFloor> _floors;

    internal TravellingProject(string id, string version, IReadOnlyList<PackedFloor> floors)
    {
        _id = id;
        _version = version;
        _floors = floors;
    }

    /// <summary>Tells whether NuGet imports the package's own <c>build</c> folder, which it does for those who reference the package itself.</summary>
    private string Marker => "_FerriteOwnBuild_" + new string([.. _id.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);

    /// <summary>A project of its own, for a place where the package has none.</summary>
    internal XDocument Alone(int depth) => new(new XElement("Project", Floors(depth)));

    /// <summary>The package's own project with the floors at its end: a file of the same name and folder, as its own code may expect.</summary>
    internal XDocument Within(XDocument own, int depth) => WithLast(own, Floors(depth));

    /// <summary>The package's own props, which also say that they were imported.</summary>
    internal XDocument Marked(XDocument own) => WithLast(own, new XElement("PropertyGroup", new XElement(Marker, "true")));

    /// <summary>A project that stands in for the package's own targets in <c>build</c>, and imports them where NuGet would have.</summary>
    internal XDocument InFrontOf(string ownPath, int depth)
    {
        XDocument project = Alone(depth);
        project.Root!.Add(new XElement(
            "Import", new XAttribute("Project", ToRoot(depth) + ownPath), new XAttribute("Condition", $"'$({Marker})' == 'true'")));
        return project;
    }

    private static XDocument WithLast(XDocument own, params XElement[] last)
    {
        XNamespace space = own.Root!.Name.Namespace;
        foreach (XElement element in last.SelectMany(static element => element.DescendantsAndSelf()))
        {
            element.Name = space + element.Name.LocalName;
        }

        own.Root.Add(last);
        return own;
    }

    private static string ToRoot(int depth) => "$(MSBuildThisFileDirectory)" + string.Concat(Enumerable.Repeat("../", depth));

    private XElement[] Floors(int depth) =>
    [
        new("ItemGroup", new XElement(Item, new XAttribute("Remove", _id)), _floors.Select(ItemOf)),
        new(
            "Import",
            new XAttribute("Project", ToRoot(depth) + CheckFolder + "/" + CheckFile),
            new XAttribute("Condition", $"'$({CheckDone})' != 'true'")),
    ];

    private XElement ItemOf(PackedFloor floor)
    {
        var item = new XElement(Item, new XAttribute("Include", _id), new XAttribute("PackageVersion", _version), new XAttribute("Floor", floor.Value));
        Add(item, "Key", floor.Value.Version is { } version ? SdkKey.Of(version).ToString() : "");
        Add(item, "Days", floor.Value.Dates is { } dates ? DayPattern.Of(dates) : "");
        Add(item, "RuntimeIdentifier", floor.RuntimeIdentifier);
        Add(item, "TargetFramework", floor.TargetFramework);
        Add(item, "FrameworkFrom", floor.FrameworkFrom);
        Add(item, "FrameworkBelow", floor.FrameworkBelow);
        return item;
    }

    private static void Add(XElement item, string name, string value)
    {
        if (value.Length > 0)
        {
            item.Add(new XAttribute(name, value));
        }
    }
}
