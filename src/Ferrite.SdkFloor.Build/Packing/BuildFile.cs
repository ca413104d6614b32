namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>
/// A file that NuGet has consumers import: <c>build/Id.targets</c>, <c>buildTransitive/net8.0/Id.props</c> and the like. NuGet doesn't look at case.
/// </summary>
internal sealed class BuildFile
{
    internal const string Direct = "build";
    internal const string Transitive = "buildTransitive";
    internal const string Props = ".props";
    internal const string Targets = ".targets";

    private BuildFile(PackageFile file, string folder, string framework, string extension)
    {
        File = file;
        Folder = folder;
        Framework = framework;
        Extension = extension;
    }

    internal PackageFile File { get; }

    /// <summary><see cref="Direct"/> or <see cref="Transitive"/>.</summary>
    internal string Folder { get; }

    /// <summary>As the folder is called; empty for a file for all frameworks.</summary>
    internal string Framework { get; }

    /// <summary><see cref="Props"/> or <see cref="Targets"/>.</summary>
    internal string Extension { get; }

    /// <summary>Null for any other file.</summary>
    internal static BuildFile? Of(PackageFile file, string packageId)
    {
        string[] parts = file.Path.Split('/');
        string? folder = Same(parts[0], Direct) ? Direct : Same(parts[0], Transitive) ? Transitive : null;
        string name = parts[parts.Length - 1];
        string? extension = Same(name, packageId + Props) ? Props : Same(name, packageId + Targets) ? Targets : null;
        return folder is null || extension is null || parts.Length is not (2 or 3)
            ? null
            : new BuildFile(file, folder, parts.Length == 3 ? parts[1] : "", extension);
    }

    internal bool IsIn(string folder) => Same(Folder, folder);

    internal bool IsFor(string framework) => Same(Framework, framework);

    internal bool Is(string folder, string extension) => IsIn(folder) && Same(Extension, extension);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
