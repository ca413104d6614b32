using System.Globalization;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>The options that choose files, and parts of them.</summary>
public sealed class SelectionTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Globs_choose_files_and_leave_out_directories()
    {
        foreach (string directory in (string[])["a", "a/cache", "b"])
        {
            Directory.CreateDirectory(_directory.File(directory));
        }

        foreach (string name in (string[])["x.db", "a/x.db", "a/x.log", "a/cache/x.db", "b/x.db"])
        {
            _directory.FileOf([1], name);
        }

        Assert.Equal(["a/cache/x.db", "a/x.db", "b/x.db", "x.db"], Names("--include", "*.db"));
        Assert.Equal(["a/x.db", "a/x.log", "b/x.db", "x.db"], Names("--exclude", "cache"));
        Assert.Equal(["a/x.db", "b/x.db"], Names("--include", "*/x.db"));
        Assert.Equal(["a/cache/x.db", "a/x.db", "x.db"], Names("-i", "*.db", "-e", "b"));
        Assert.Equal(["a/x.log", "b/x.db"], Names("-i", "*.log", "-i", "b/*"));
        // What is asked for by name is taken.
        Assert.Equal(1, Json("--include", "*.log", _directory.File("x.db")).Total.Files);
    }

    [NeedsFact(Needs.Linux)]
    public void Links_are_followed_where_it_is_asked_for_and_loops_end()
    {
        Directory.CreateDirectory(_directory.File("real"));
        _directory.FileOf([1, 2, 3], "real/file");
        File.CreateSymbolicLink(_directory.File("real/up"), "..");
        File.CreateSymbolicLink(_directory.File("real/self"), "self");
        File.CreateSymbolicLink(_directory.File("also"), "real");
        File.CreateSymbolicLink(_directory.File("dangling"), "missing");

        ToolOutcome outcome = FerriteTool.Stat("--json", "--follow", _directory.Path);

        StatDocument document = StatDocument.Parse(outcome.Output);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([_directory.File("also/file")], document.Files!.Select(static file => file.Path));
        Assert.Equal(2, document.Total.WalkedAlready);
        Assert.Equal(
            [
                new StatFailure(_directory.File("also/self"), null, "Too many levels of symbolic links"),
                new StatFailure(_directory.File("dangling"), null, "No such file or directory"),
            ],
            document.Failures);
    }

    [NeedsFact(Needs.Mount)]
    public void Bind_mounts_are_counted_once_and_other_file_systems_are_said()
    {
        _directory.FileOf([1, 2, 3], "file");
        foreach (string name in (string[])["bound", "mounted"])
        {
            Directory.CreateDirectory(_directory.File(name));
        }

        Tool.Run("mount", "--bind", _directory.Path, _directory.File("bound"));
        Tool.Run("mount", "-t", "tmpfs", "none", _directory.File("mounted"));
        try
        {
            _directory.FileOf([1], "mounted/file");

            StatDocument document = Json(_directory.Path);
            Assert.Equal(2, document.Total.Files);
            Assert.Equal(1, document.Total.NotCounted);
            document = Json("-x", _directory.Path);
            Assert.Equal(1, document.Total.Files);
            Assert.Equal(1, document.Total.OtherFileSystems);
            Assert.Equal("1 on other file systems", FerriteTool.Stat("-x", _directory.Path).AssertSucceeded().Sum("Passed over"));
        }
        finally
        {
            Tool.Run("umount", _directory.File("mounted"));
            Tool.Run("umount", _directory.File("bound"));
        }
    }

    [NeedsFact(Needs.Eviction)]
    public void A_range_is_of_each_file_and_cut_to_it()
    {
        string path = Pages.File(_directory, "data", 20, Pages.Range(8, 4));
        string small = Pages.File(_directory, "small", 2, 0);

        string range = string.Create(CultureInfo.InvariantCulture, $"{10 * Pages.Size}-{15 * Pages.Size}");
        StatDocument document = Json("--range", range, _directory.Path);

        Assert.Equal(5, document.FileOf(path).Pages);
        Assert.Equal(20 * Pages.Size, document.FileOf(path).Size);
        Assert.Equal([[10 * Pages.Size, 2 * Pages.Size]], document.FileOf(path).Ranges);
        Assert.Equal(0, document.FileOf(small).Pages);
    }

    private static StatDocument Json(params string[] arguments) =>
        StatDocument.Parse(FerriteTool.Stat(["--json", .. arguments]).AssertSucceeded().Output);

    private IEnumerable<string> Names(params string[] options) =>
        Json([.. options, _directory.Path]).Files!.Select(file => Path.GetRelativePath(_directory.Path, file.Path));
}
