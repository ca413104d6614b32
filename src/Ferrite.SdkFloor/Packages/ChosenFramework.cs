using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Values;
using NuGet.Frameworks;

namespace Ferrite.SdkFloor.Packages;

/// <summary>A package's frameworks are its own: the condition net8.0 is about the files for net8.0, whoever takes them.</summary>
internal static class ChosenFramework
{
    private static readonly FrameworkReducer Reducer = new();

    /// <summary>The floors that apply to who builds for a framework, with the package's files that NuGet chooses for it.</summary>
    internal static IEnumerable<FloorValue> ApplyingTo(this PackageFloor floor, NuGetFramework framework, FloorTarget target)
    {
        NuGetFramework? nearest = Reducer.GetNearest(framework, floor.Frameworks.Select(NuGetFramework.Parse));
        return floor.Floors.ApplyingTo(target with { Framework = nearest?.GetShortFolderName() ?? target.Framework });
    }
}
