using System.Net.Sockets;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>What is walked, what is not, and what is counted.</summary>
public sealed class TreeTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Directories_are_walked_in_the_order_of_names()
    {
        Directory.CreateDirectory(_directory.File("b/d"));
        foreach (string name in (string[])["c", "a", "b/z", "b/d/x"])
        {
            _directory.FileOf([1], name);
        }

        StatDocument document = Json(_directory.Path + "/");

        Assert.Equal(["a", "b/d/x", "b/z", "c"], document.Files!.Select(file => Path.GetRelativePath(_directory.Path, file.Path)));
        Assert.Equal(3, document.Total.Directories);
    }

    [NeedsFact(Needs.Linux)]
    public void Links_are_not_followed_inside_a_tree_so_that_loops_end()
    {
        _directory.FileOf([1], "file");
        File.CreateSymbolicLink(_directory.File("to-file"), "file");
        File.CreateSymbolicLink(_directory.File("loop"), ".");
        File.CreateSymbolicLink(_directory.File("nowhere"), "missing");

        StatDocument document = Json(_directory.Path);

        Assert.Equal([_directory.File("file")], document.Files!.Select(static file => file.Path));
        Assert.Equal(0, document.Total.Failures);
    }

    [NeedsFact(Needs.Linux)]
    public void A_link_that_is_asked_for_is_followed()
    {
        Directory.CreateDirectory(_directory.File("real"));
        _directory.FileOf([1, 2, 3], "real/file");
        File.CreateSymbolicLink(_directory.File("to-file"), "real/file");
        File.CreateSymbolicLink(_directory.File("to-directory"), "real");

        Assert.Equal(3, Json(_directory.File("to-file")).FileOf(_directory.File("to-file")).Size);
        Assert.Equal(3, Json(_directory.File("to-directory")).FileOf(_directory.File("to-directory/file")).Size);
    }

    [NeedsFact(Needs.Linux)]
    public void Hard_links_and_paths_given_twice_are_shown_and_counted_once()
    {
        string file = _directory.FileOf(new byte[5000], "a");
        Tool.Run("ln", file, _directory.File("b"));

        StatDocument document = Json(_directory.Path, file);

        Assert.Equal([true, false, false], document.Files!.Select(static file => file.Counted));
        Assert.All(document.Files!, static file => Assert.Equal(5000, file.Size));
        Assert.Equal(1, document.Total.Files);
        Assert.Equal(2, document.Total.NotCounted);
        Assert.Equal(5000, document.Total.Bytes);
        Assert.Equal(
            "2 further names of files in the sum: hard links, paths given twice",
            FerriteTool.Stat(_directory.Path, file).Sum("Not counted"));
    }

    [NeedsFact(Needs.Linux)]
    public void Pipes_and_sockets_in_a_tree_are_passed_over_and_not_waited_for()
    {
        Tool.Run("mkfifo", _directory.File("pipe"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_directory.File("socket")));
        _directory.FileOf([1], "z");

        StatDocument document = Json(_directory.Path);

        Assert.Equal(1, document.Total.Files);
        Assert.Equal(2, document.Total.PassedOver);
    }

    /// <summary>Its paths are longer than the kernel takes in one piece.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_deep_tree_is_walked_to_its_ground()
    {
        const int Depth = 400;
        const string Name = "a-rather-long-name";
        string deep = _directory.File("deep");
        try
        {
            string descend = $"for i in $(seq {Depth}); do mkdir {Name} && cd -P {Name}; done";
            FerriteTool.RunShell($"mkdir '{deep}' && cd '{deep}' && {descend} && echo -n ground > file").AssertSucceeded();

            StatDocument document = Json(deep);

            Assert.Equal(deep.Length + (Depth * (Name.Length + 1)) + "/file".Length, document.Files!.Single().Path.Length);
            Assert.Equal(6, document.Total.Bytes);
            Assert.Equal(Depth + 1, document.Total.Directories);
        }
        finally
        {
            Tool.Run("rm", "-rf", deep);
        }
    }

    [NeedsFact(Needs.Mount)]
    public void One_file_system_leaves_out_what_is_mounted_inside()
    {
        _directory.FileOf([1]);
        Directory.CreateDirectory(_directory.File("mounted"));
        Tool.Run("mount", "-t", "tmpfs", "none", _directory.File("mounted"));
        try
        {
            _directory.FileOf([1], "mounted/file");

            Assert.Equal(2, Json(_directory.Path).Total.Files);
            Assert.Equal(1, Json("-x", _directory.Path).Total.Files);
            Assert.Equal(2, Json("--one-file-system", _directory.Path, _directory.File("mounted")).Total.Files);
        }
        finally
        {
            Tool.Run("umount", _directory.File("mounted"));
        }
    }

    private static StatDocument Json(params string[] arguments) =>
        StatDocument.Parse(FerriteTool.Stat(["--json", .. arguments]).AssertSucceeded().Output);
}
