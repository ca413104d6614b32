namespace Ferrite.TestKit.Laws;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder by its path from the root.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>What we write: C# below src, without what a build leaves there.</summary>
    public static IEnumerable<string> Sources => Files("*.cs");

    public static IEnumerable<string> Projects => Files("*.csproj");

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(static path => !Relative(path).Split('/').Any(static part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (string? directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "Ferrite.slnx")))
            {
                return directory;
            }
        }

        throw new DirectoryNotFoundException("The tests are not run from inside the source tree.");
    }
}
