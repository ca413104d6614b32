using Ferrite.Cli.Files;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Units;

/// <summary>What macOS and Windows get, run here.</summary>
public sealed class PortableFileTreeTests : IDisposable, ITreeVisitor
{
    private readonly TempDirectory _directory = new();
    private readonly List<string> _files = [];
    private readonly List<string> _failures = [];
    private readonly List<PassedOver> _passedOver = [];
    private int _directories;

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Linux)]
    public void It_walks_in_order_and_follows_links_only_where_asked_to()
    {
        Directory.CreateDirectory(_directory.File("b"));
        _directory.FileOf([1], "b/x");
        _directory.FileOf([1, 2], "a");
        File.CreateSymbolicLink(_directory.File("loop"), ".");
        File.CreateSymbolicLink(_directory.File("link"), "a");

        Walk(_directory.Path);
        Walk(_directory.File("link"));
        Walk(_directory.File("missing"));

        Assert.Equal([$"{_directory.File("a")} 2", $"{_directory.File("b/x")} 1", $"{_directory.File("link")} 2"], _files);
        Assert.Equal(2, _directories);
        Assert.Equal([_directory.File("missing")], _failures);
        Assert.Empty(_passedOver);
    }

    [NeedsFact(Needs.Linux)]
    public void Where_links_are_followed_each_directory_is_walked_once_and_globs_hold()
    {
        Directory.CreateDirectory(_directory.File("b"));
        Directory.CreateDirectory(_directory.File("c"));
        _directory.FileOf([1], "b/x.db");
        _directory.FileOf([1], "b/x.log");
        _directory.FileOf([1], "c/y.db");
        File.CreateSymbolicLink(_directory.File("b/loop"), "..");
        File.CreateSymbolicLink(_directory.File("dangling"), "missing");
        File.CreateSymbolicLink(_directory.File("link.db"), "b/x.db");

        Walk(_directory.Path, new TreeSelection { Follow = true, Include = [Glob.Parse("*.db"u8)], Exclude = [Glob.Parse("c"u8)] });

        Assert.Equal([$"{_directory.File("b/x.db")} 1", $"{_directory.File("link.db")} 1"], _files);
        Assert.Equal(2, _directories);
        Assert.Equal([PassedOver.WalkedAlready], _passedOver);
    }

    void ITreeVisitor.OnFile(in FoundFile file) => _files.Add($"{file.Path} {file.Size}");

    void ITreeVisitor.OnDirectory() => _directories++;

    void ITreeVisitor.OnPassedOver(PassedOver reason) => _passedOver.Add(reason);

    bool ITreeVisitor.IsStopped => false;

    void ITreeVisitor.OnFailure(PathBytes path, string reason) => _failures.Add(path.ToString());

    private void Walk(string path, TreeSelection? selection = null) =>
        new PortableFileTree(selection ?? new TreeSelection(), this, FileTree.OpenAnywhere).Walk(path);
}
