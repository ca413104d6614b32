using Microsoft.Build.Framework;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>Where NuGet's pack puts an item: by its PackagePath, which is a folder, or a file if it has the item's extension.</summary>
internal static class PackagePaths
{
    /// <summary>None for an item without a PackagePath: it is content, which nothing imports.</summary>
    internal static IEnumerable<PackageFile> Of(ITaskItem item)
    {
        string source = item.GetMetadata("FullPath");
        foreach (string target in item.GetMetadata("PackagePath").Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            string folder = target.Replace('\\', '/').Trim('/');
            string extension = Path.GetExtension(source);
            bool isFile = extension.Length > 0 && !target.EndsWith("/", StringComparison.Ordinal) && !target.EndsWith("\\", StringComparison.Ordinal)
                && string.Equals(Path.GetExtension(folder), extension, StringComparison.OrdinalIgnoreCase);
            string inside = item.GetMetadata("RecursiveDir").Replace('\\', '/').Trim('/');
            yield return new PackageFile(source, isFile ? folder : Join(folder, inside, Path.GetFileName(source)));
        }
    }

    private static string Join(params string[] parts) => string.Join("/", parts.Where(static part => part.Length > 0));
}
