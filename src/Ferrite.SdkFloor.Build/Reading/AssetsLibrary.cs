namespace Ferrite.SdkFloor.Build.Reading;

/// <summary>A package or project in the graph of one target.</summary>
internal sealed class AssetsLibrary
{
    private static readonly string[] Kinds =
        ["compile", "runtime", "native", "build", "contentFiles", "resource", "runtimeTargets", "frameworkAssemblies", "frameworkReferences", "tools", "embed"];

    private static readonly string[] ChoosingKinds = ["compile", "runtime", "build"];

    private static readonly string[] Folders = ["lib/", "ref/", "runtimes/", "build/", "buildTransitive/", "contentFiles/", "analyzers/", "embed/"];

    private readonly AssetsFile _file;
    private readonly object? _target;
    private readonly object? _details;

    internal AssetsLibrary(AssetsFile file, string name, object? target)
    {
        _file = file;
        _target = target;
        _details = file.DetailsOf(name);
        string[] parts = name.Split('/');
        Id = parts[0];
        Version = parts.Length > 1 ? parts[1] : "";
        IsProject = string.Equals(target.Text("type"), "project", StringComparison.Ordinal);
        Path = _details.Text("path") ?? "";
        Files = [.. _details.Texts("files")];
    }

    internal string Id { get; }

    internal string Version { get; }

    internal bool IsProject { get; }

    /// <summary>Of a package, its folder in the packages folder; of a project, its file, from the project's folder.</summary>
    internal string Path { get; }

    /// <summary>All files of the package.</summary>
    internal IReadOnlyCollection<string> Files { get; }

    internal IEnumerable<string> Dependencies => _target.Members("dependencies").Keys;

    /// <summary>Whether the project refers to it itself.</summary>
    internal bool IsDirect => IsProject ? _file.RefersToProject(this) : _file.ReferenceTo(Id) is not null;

    /// <summary>Where it was unpacked; null where it isn't.</summary>
    internal string? Folder => IsProject || Path.Length == 0 ? null : _file.FolderOf(Path);

    /// <summary>Whether the build takes its analyzers, by what the reference says: those of packages that others brought in are taken too.</summary>
    internal bool HasAnalyzersInUse => Includes("Analyzers") && Files.Any(static path => path.StartsWith("analyzers/", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the build takes anything of it. Restore leaves out what is for other frameworks and runtimes and what references exclude; a package
    /// without files of its own counts for those it brings in.
    /// </summary>
    internal bool IsUsed => IsProject || Kinds.Any(kind => _target.Members(kind).Keys.Any(IsFile)) || HasAnalyzersInUse
        || !Files.Any(static path => IsFile(path) && Array.Exists(Folders, folder => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The framework folder that restore chose; null where it chose none.</summary>
    internal string? ChosenFramework => ChoosingKinds
        .SelectMany(kind => _target.Members(kind).Keys)
        .Select(static path => path.Split('/'))
        .Where(static parts => parts.Length > 2)
        .Select(static parts => parts[1])
        .FirstOrDefault();

    private bool Includes(string kind) => _file.ReferenceTo(Id).Text("include") is not { } include
        || Array.Exists(include.Split(','), flag => flag.Trim().ToUpperInvariant() is "ALL" || string.Equals(flag.Trim(), kind, StringComparison.OrdinalIgnoreCase));

    private static bool IsFile(string path) => !path.EndsWith("_._", StringComparison.Ordinal);
}
