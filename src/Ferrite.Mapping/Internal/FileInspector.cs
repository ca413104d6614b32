using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>Looks at files that are not mapped.</summary>
internal static class FileInspector
{
    internal static PageResidency GetResidency(string path)
    {
        Backend.OpenToInspect(path, out SafeFileHandle file).ThrowIfFailed(path);
        using (file)
        {
            return GetResidency(file, path);
        }
    }

    internal static PageResidency GetResidency(SafeFileHandle file, string? path)
    {
        Backend.GetLength(file, out long length).ThrowIfFailed(path);
        return GetResidency(file, path, 0, length);
    }

    internal static PageResidency GetResidency(SafeFileHandle file, string? path, long offset, long length) =>
        new(offset, length, ResidencyScan.Run(file, path, offset / PageMath.PageSize, PageMath.PagesOf(offset, length)));
}
