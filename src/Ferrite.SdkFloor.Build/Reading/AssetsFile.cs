namespace Ferrite.SdkFloor.Build.Reading;

/// <summary>What restore wrote into <c>project.assets.json</c>, for one target.</summary>
internal sealed class AssetsFile
{
    private readonly object? _root;
    private readonly IReadOnlyDictionary<string, object?> _libraries;
    private readonly IReadOnlyDictionary<string, object?> _direct;

    private AssetsFile(object? root, string target, object? framework)
    {
        _root = root;
        _libraries = root.Members("libraries");
        PackageFolders = [.. root.Members("packageFolders").Keys];
        _direct = framework.Members("dependencies");
        Libraries = [.. root.Member("targets").Members(target).Select(library => new AssetsLibrary(this, library.Key, library.Value))];
    }

    /// <summary>Where packages are unpacked.</summary>
    internal IReadOnlyList<string> PackageFolders { get; }

    /// <summary>Packages and projects that the target depends on.</summary>
    internal IReadOnlyList<AssetsLibrary> Libraries { get; }

    /// <summary>Reads the file; null where it has no such target.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frameworks">Names of the framework, of which the file has one: as the project has it, or in full as older SDKs do.</param>
    /// <param name="runtimeIdentifier">The runtime; empty for none.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="FormatException">It is not JSON.</exception>
    internal static AssetsFile? Read(string path, IReadOnlyList<string> frameworks, string runtimeIdentifier)
    {
        object? root = JsonText.Parse(File.ReadAllText(path));
        IReadOnlyDictionary<string, object?> targets = root.Members("targets");
        KeyValuePair<string, object?> described = root.Member("project").Members("frameworks")
            .FirstOrDefault(entry => frameworks.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)
                || frameworks.Contains(entry.Value.Text("targetAlias"), StringComparer.OrdinalIgnoreCase));
        // SDK 9 and older call the target of net9.0-windows net9.0-windows7.0, as they call the framework.
        string[] names = described.Key is null ? [.. frameworks] : [.. frameworks, described.Key];
        string[] runtimes = runtimeIdentifier.Length == 0 ? [""] : ["/" + runtimeIdentifier, ""];
        string? target = runtimes.SelectMany(runtime => names.Select(name => name + runtime)).FirstOrDefault(targets.ContainsKey);
        return target is null ? null : new AssetsFile(root, target, described.Value);
    }

    internal object? DetailsOf(string library) => _libraries.TryGetValue(library, out object? details) ? details : null;

    /// <summary>What the project says of a package that it refers to itself; null where it doesn't.</summary>
    internal object? ReferenceTo(string id) => _direct.FirstOrDefault(entry => string.Equals(entry.Key, id, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Projects that the project refers to itself, by their names.</summary>
    internal bool RefersToProject(AssetsLibrary library) => _root.Member("project").Member("restore").Members("frameworks").Values
        .SelectMany(static framework => framework.Members("projectReferences").Keys)
        .Any(path => string.Equals(Path.GetFileName(path), Path.GetFileName(library.Path), StringComparison.OrdinalIgnoreCase));

    internal string? FolderOf(string relative) => PackageFolders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists);
}
