using NuGet.ProjectModel;

namespace Ferrite.SdkFloor.Packages;

/// <summary>Opens what restore left behind.</summary>
internal static class AssetsFile
{
    /// <exception cref="FloorException">The project was not restored, or the file is damaged.</exception>
    internal static LockFile Read(string path, string project)
    {
        if (!File.Exists(path))
        {
            throw new FloorException($"{project} is not restored: there is no {path}. Run 'dotnet restore' first.");
        }

        try
        {
            LockFile file = new LockFileFormat().Read(path);
            return file.PackageSpec is not null && file.Targets.Count > 0 ? file
                : throw new FloorException($"{path} is damaged: it has no project or no targets. Run 'dotnet restore --force' again.");
        }
        catch (Exception e) when (e is not FloorException)
        {
            // Of bad JSON NuGet's reader throws what its parser and its own casts happen to throw.
            throw new FloorException($"{path} is damaged: {e.Message} Run 'dotnet restore --force' again.", e);
        }
    }
}
