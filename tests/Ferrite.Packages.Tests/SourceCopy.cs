using Ferrite.TestKit;
using Ferrite.TestKit.Laws;

namespace Ferrite.Packages.Tests;

/// <summary>
/// The sources of the packed libraries in a folder of their own, without what was built of them: a build there changes nothing that other
/// tests, which run at the same time, are made of.
/// </summary>
internal sealed class SourceCopy : IDisposable
{
    /// <summary>The package of the rules is made by the project of their fixes.</summary>
    private static readonly string[] Packed = ["Ferrite.Analyzers.CodeFixes", "Ferrite.Handles", "Ferrite.Mapping", "Ferrite.Const"];

    /// <summary>What travels in the packages of others.</summary>
    private static readonly string[] Within = ["Ferrite.Analyzers", "Ferrite.Const.Generator", "Ferrite.Const.CodeFixes"];

    private readonly TempDirectory _directory = new();

    internal SourceCopy()
    {
        string[] files = ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json", "README.md"];
        foreach (string file in files)
        {
            File.Copy(Repository.PathOf(file), PathOf(file));
        }

        foreach (string library in Packed.Concat(Within))
        {
            Copy($"src/{library}");
        }

        Copy("docs/rules");
    }

    internal IEnumerable<string> Projects => Packed.Select(library => PathOf($"src/{library}/{library}.csproj"));

    internal string PathOf(string relative) => _directory.File(relative);

    public void Dispose() => _directory.Dispose();

    private void Copy(string library)
    {
        string source = Repository.PathOf(library);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.Split('/', '\\')[0] is not ("bin" or "obj"))
            {
                string copy = PathOf(Path.Combine(library, relative));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }
}
