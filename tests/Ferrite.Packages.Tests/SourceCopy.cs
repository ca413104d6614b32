using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>
/// The sources of Ferrite.Mapping in a folder of their own, without what was built of them: a build there changes nothing that other
/// tests, which run at the same time, are made of.
/// </summary>
internal sealed class SourceCopy : IDisposable
{
    private readonly TempDirectory _directory = new();

    internal SourceCopy()
    {
        string[] files = ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json", "README.md"];
        foreach (string file in files)
        {
            File.Copy(Repository.Path(file), PathOf(file));
        }

        string source = Repository.Path("src/Ferrite.Mapping");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.Split('/', '\\')[0] is not ("bin" or "obj"))
            {
                string copy = PathOf(Path.Combine("src/Ferrite.Mapping", relative));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    internal string Project => PathOf("src/Ferrite.Mapping/Ferrite.Mapping.csproj");

    internal string PathOf(string relative) => _directory.File(relative);

    public void Dispose() => _directory.Dispose();
}
