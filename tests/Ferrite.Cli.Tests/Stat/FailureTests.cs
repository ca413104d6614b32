using System.Diagnostics;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>What can't be looked at is said, and the rest goes on.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_missing_is_reported_and_the_rest_goes_on()
    {
        string file = _directory.FileOf([1]);
        string missing = _directory.File("missing");

        ToolOutcome outcome = FerriteTool.Stat(missing, file, "");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"ferrite: {missing}: No such file or directory\nferrite: : No such file or directory\n", outcome.Errors);
        Assert.Equal(5, outcome.ColumnsOf(file).Length);
        Assert.Equal("2, see standard error", outcome.Sum("Failed"));
    }

    [NeedsFact(Needs.OtherUser)]
    public void What_may_not_be_read_is_reported_and_the_rest_goes_on()
    {
        string secret = _directory.FileOf([1], "a-secret");
        Directory.CreateDirectory(_directory.File("b-closed"));
        string open = _directory.FileOf([1], "c-open");
        Tool.Run("chmod", "755", _directory.Path);
        Tool.Run("chmod", "700", secret, _directory.File("b-closed"));

        ToolOutcome outcome = FerriteTool.Stat(ToolOptions.AsNobody, _directory.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"ferrite: {secret}: Permission denied\nferrite: {_directory.File("b-closed")}: Permission denied\n", outcome.Errors);
        Assert.Equal(5, outcome.ColumnsOf(open).Length);
    }

    [NeedsFact(Needs.Linux)]
    public void What_is_no_file_is_refused_where_it_is_asked_for()
    {
        Tool.Run("mkfifo", _directory.File("pipe"));

        ToolOutcome outcome = FerriteTool.Stat("/dev/null", _directory.File("pipe"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            $"ferrite: /dev/null: Neither a file nor a directory\nferrite: {_directory.File("pipe")}: Neither a file nor a directory\n",
            outcome.Errors);
    }

    /// <summary>
    /// The pipe that nobody reads stops the tool in the middle of a directory whose names it has read: then the last file goes.
    /// </summary>
    [NeedsFact(Needs.Linux)]
    public void A_file_that_vanishes_meanwhile_is_reported_and_the_rest_is_there()
    {
        const int Files = 4000;
        for (int i = 0; i < Files; i++)
        {
            _directory.FileOf([], $"{i:D5}");
        }

        string last = _directory.File($"{Files - 1:D5}");
        using Process tool = FerriteTool.Start(new ToolOptions(), [.. FerriteTool.Command, "cache", "stat", _directory.Path]);
        string? header = tool.StandardOutput.ReadLine();
        File.Delete(last);
        ToolOutcome outcome = FerriteTool.WaitFor(tool, tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());

        Assert.NotNull(header);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"ferrite: {last}: No such file or directory\n", outcome.Errors);
        Assert.Equal($"{Files - 1:N0} files in 1 directory", outcome.Sum("Files"));
    }

    [NeedsFact(Needs.Linux)]
    public void A_full_disk_under_the_output_is_a_failure()
    {
        ToolOutcome outcome = FerriteTool.RunShell($"$FERRITE cache stat '{_directory.Path}' > /dev/full");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("ferrite: Cannot write the output: No space left on device\n", outcome.Errors);
    }
}
