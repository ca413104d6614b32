using Ferrite.SdkFloor.Inference;
using NuGet.ProjectModel;

namespace Ferrite.SdkFloor.Packages;

/// <summary>Finds the folder where restore unpacked a package.</summary>
internal static class RestoredPackage
{
    /// <exception cref="FloorException">It is not there any more.</exception>
    internal static IPackageFiles Open(LockFile assets, LockFileLibrary library)
    {
        foreach (LockFileItem folder in assets.PackageFolders)
        {
            string path = Path.Combine(folder.Path, library.Path);
            if (Directory.Exists(path))
            {
                return new PackageFolder(path, [.. library.Files]);
            }
        }

        string folders = string.Join(", ", assets.PackageFolders.Select(static folder => folder.Path));
        throw new FloorException($"{library.Name} {library.Version} is not in {folders} any more. Run 'dotnet restore' again.");
    }
}
