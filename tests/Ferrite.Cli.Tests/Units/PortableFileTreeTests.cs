using Ferrite.Cli.Files;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Units;

/// <summary>What macOS and Windows get, run here.</summary>
public sealed class PortableFileTreeTests : IDisposable, ITreeVisitor
{
    private readonly TempDirectory _directory = new();
    private readonly List<string> _files = [];
    private readonly List<string> _failures = [];
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
    }

    void ITreeVisitor.OnFile(in FoundFile file) => _files.Add($"{file.Path} {file.Size}");

    void ITreeVisitor.OnDirectory() => _directories++;

    void ITreeVisitor.OnPassedOver() => Assert.Fail("Nothing is to be passed over here.");

    void ITreeVisitor.OnFailure(PathBytes path, string reason) => _failures.Add(path.ToString());

    private void Walk(string path) => new PortableFileTree(this, FileTree.OpenAnywhere).Walk(path);
}
