using System.Diagnostics;
using System.Text.Json;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Watching;

public sealed class WatchTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void On_a_pipe_each_look_is_a_block_and_says_what_changed()
    {
        string path = Pages.File(_directory, "data", 20, 1, 2, 3);
        string steady = Pages.File(_directory, "steady", 20, 1, 2, 3, 4);
        using Process tool = Start("--interval", "0.2");

        string[] first = ReadBlock(tool, path);
        PageCache.Warm(path, 10, 11);
        string[] second;
        do
        {
            second = ReadBlock(tool, path);
        }
        while (!second[^1].Contains(" 5/20 ", StringComparison.Ordinal) && !second[^2].Contains(" 5/20 ", StringComparison.Ordinal));
        FerriteTool.Interrupt(tool).AssertSucceeded();

        // The most pages first, as long as nothing changes.
        Assert.EndsWith(steady, first[^2], StringComparison.Ordinal);
        Assert.StartsWith("         0 ", first[^1], StringComparison.Ordinal);
        Assert.Matches(@"^ +\+2 +5/20 .*  .*data$", second[^2]);
        Assert.Contains(second, static line => line.StartsWith("Pages ", StringComparison.Ordinal) && line.EndsWith("; +2", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', string.Concat(first));
    }

    [NeedsFact(Needs.Eviction)]
    public void JSON_is_a_line_for_each_look()
    {
        string path = Pages.File(_directory, "data", 20, 1, 2, 3);

        ToolOutcome outcome = FerriteTool.Cache("watch", "--json", "--interval", "0.05", "--count", "3", path).AssertSucceeded();

        Assert.Equal(3, outcome.Lines.Length);
        using JsonDocument look = JsonDocument.Parse(outcome.Lines[2]);
        Assert.Equal("ferrite.cache.watch", look.RootElement.GetProperty("schema").GetString());
        Assert.Equal(1, look.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(0, look.RootElement.GetProperty("changed").GetArrayLength());
        Assert.Equal(3, look.RootElement.GetProperty("total").GetProperty("residentPages").GetInt64());
        Assert.Equal(0, look.RootElement.GetProperty("total").GetProperty("change").GetInt64());
    }

    [NeedsFact(Needs.Linux)]
    public void An_interval_need_not_be_given() => FerriteTool.Cache("watch", "--count", "1", _directory.Path).AssertSucceeded();

    [NeedsFact(Needs.Linux)]
    public void What_fails_is_said_once_and_is_1()
    {
        ToolOutcome outcome = FerriteTool.Cache("watch", "--interval", "0.05", "--count", "3", _directory.Path, _directory.File("missing"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"ferrite: {_directory.File("missing")}: No such file or directory\n", outcome.Errors);
        Assert.Equal(3, outcome.Lines.Count(static line => line.StartsWith("Files ", StringComparison.Ordinal)));
    }

    [NeedsFact(Needs.Terminal | Needs.Eviction)]
    public void On_a_terminal_each_look_is_written_over_the_last_and_fits()
    {
        for (int i = 0; i < 40; i++)
        {
            Pages.File(_directory, $"file-{i}", 2, 0);
        }

        string command = $"stty cols 80 rows 20; {FerriteTool.ShellCommand} cache watch --interval 0.05 --count 3 '{_directory.Path}'";
        string output = FerriteTool.RunShell($"TERM=xterm script -qec \"{command}\" /dev/null").Output;

        string[] screens = output.Split("\e[H");
        Assert.Equal(4, screens.Length);
        Assert.All(screens[1..], static screen => Assert.InRange(screen.Count(static c => c == '\n'), 15, 20));
    }

    private static string[] ReadBlock(Process tool, string path)
    {
        List<string> lines = [];
        // It ends with its two files.
        while (lines.Count(line => line.Contains(Path.GetDirectoryName(path)!, StringComparison.Ordinal)) < 2)
        {
            lines.Add(tool.StandardOutput.ReadLine() ?? throw new InvalidOperationException(tool.StandardError.ReadToEnd()));
        }

        return [.. lines];
    }

    private Process Start(params string[] options) =>
        FerriteTool.Start(new ToolOptions(), [.. FerriteTool.Interruptible, "cache", "watch", .. options, _directory.Path]);
}
