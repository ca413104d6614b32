using Ferrite.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Handles.Tests.Directories;

/// <summary>Random trees, random names: openat2 and the walk say what the model says, and reach what it reaches.</summary>
public sealed class ResolutionModelTests : LeakCheckedTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static readonly Gen<string> Link = Path(["a", "b", "c", "d", "..", "..", ".", ""], ["", "", "", "", "", "/"]);

    private static readonly Gen<(int, string, EntryKind, string)> Entry =
        from parent in Gen.Choose(0, 5)
        from name in Gen.Elements(Names)
        from kind in Gen.Elements(EntryKind.Directory, EntryKind.File, EntryKind.SymbolicLink, EntryKind.SymbolicLink)
        from target in Link
        select (parent, name, kind, target);

    private static readonly Gen<((int, string, EntryKind, string)[] Plan, string[] Paths)> Cases =
        from plan in Entry.ArrayOf(12)
        from paths in Path(["a", "b", "c", "d", "a", "b", "."], [""]).ArrayOf(12)
        select (plan, paths);

    [NeedsFact(Needs.Linux)]
    public void Both_ways_resolve_as_the_model_does()
    {
        int[] answers = new int[Enum.GetValues<ModelTree.Answer>().Length];
        Properties.ForAll(Cases, c => Run(c.Plan, c.Paths, answers));
        // A model that always said the same would prove nothing.
        Assert.All(answers, static count => Assert.True(count > 20));
    }

    private static void Run((int, string, EntryKind, string)[] plan, string[] paths, int[] answers)
    {
        var tree = new ModelTree(plan);
        using var temp = new TempDirectory();
        string inside = System.IO.Path.Combine(temp.Path, "inside");
        Directory.CreateDirectory(inside);
        foreach (string name in Names)
        {
            // What an escape would find.
            temp.FileOf([], name);
        }

        tree.Create(inside);
        using DirectoryHandle root = DirectoryHandle.Open(inside);
        foreach (string path in paths)
        {
            (ModelTree.Answer answer, ModelTree.Node? node) = tree.Resolve(path);
            answers[(int)answer]++;
            EitherWay.Do(() => Compare(root, path, answer, node));
        }
    }

    private static void Compare(DirectoryHandle root, string path, ModelTree.Answer answer, ModelTree.Node? node)
    {
        switch (answer)
        {
            case ModelTree.Answer.Inside:
                Assert.True(root.GetMetadata(path).IsSameEntry(root.GetMetadata(node!.Path, followLink: false)), path);
                if (node.Kind == EntryKind.File)
                {
                    Assert.Equal(node.Path, Playground.Read(root, path));
                    Assert.Throws<DirectoryNotFoundException>(() => root.OpenDirectory(path));
                }
                else
                {
                    using DirectoryHandle directory = root.OpenDirectory(path);
                    Assert.Equal(node.Children.Values.Select(static c => new DirectoryEntry(c.Name, c.Kind)).OrderBy(static e => e.Name, StringComparer.Ordinal),
                        directory.Enumerate().OrderBy(static e => e.Name, StringComparer.Ordinal));
                    Assert.Throws<UnauthorizedAccessException>(() => root.OpenFile(path));
                }

                break;
            case ModelTree.Answer.Outside:
                AssertAll<PathEscapeException>(root, path);
                break;
            case ModelTree.Answer.NotFound:
                Assert.Throws<FileNotFoundException>(() => root.OpenFile(path));
                Assert.Throws<DirectoryNotFoundException>(() => root.OpenDirectory(path));
                Assert.Throws<FileNotFoundException>(() => root.GetMetadata(path));
                break;
            case ModelTree.Answer.NotADirectory:
                AssertAll<DirectoryNotFoundException>(root, path);
                break;
            default:
                AssertAll<IOException>(root, path);
                break;
        }
    }

    private static void AssertAll<T>(DirectoryHandle root, string path)
        where T : Exception
    {
        Assert.Throws<T>(() => root.OpenFile(path));
        Assert.Throws<T>(() => root.OpenDirectory(path));
        Assert.Throws<T>(() => root.GetMetadata(path));
        Assert.Throws<T>(() => root.Enumerate(path).Any());
    }

    /// <summary>One to six parts, after a start.</summary>
    private static Gen<string> Path(string[] parts, string[] starts) =>
        from start in Gen.Elements(starts)
        from count in Gen.Choose(1, 6)
        from chosen in Gen.Elements(parts).ArrayOf(count)
        let path = start + string.Join('/', chosen)
        select path.Length == 0 || (start.Length == 0 && path[0] == '/') ? "." + path : path;
}
