using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Acting;

public sealed partial class LockTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction | Needs.Root)]
    public void Pages_stay_until_a_signal_and_go_after_it()
    {
        string path = Pages.File(_directory, "data", 100, 7);
        using Process tool = FerriteTool.Start(new ToolOptions(), [.. FerriteTool.Command, "cache", "lock", path]);
        string line = tool.StandardError.ReadLine()!;

        PageCache.Evict(path);
        Assert.Equal(100, Pages.In(path).Length);

        Assert.Contains($"'kill {tool.Id}'", line, StringComparison.Ordinal);
        Tool.Run("kill", $"{tool.Id}");
        ToolOutcome outcome = FerriteTool.WaitFor(tool, tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith(Ferrite.Cli.Output.Quantity.Bytes(100 * Pages.Size), outcome.Sum("Locked"), StringComparison.Ordinal);
        PageCache.Evict(path);
        Assert.Empty(Pages.In(path));
    }

    /// <summary>In a group with less memory than is read: what is not locked goes, what is locked stays.</summary>
    [NeedsFact(Needs.Eviction | Needs.MemoryGroup)]
    public void Locked_pages_survive_when_memory_runs_out()
    {
        using var group = new MemoryGroup(192 << 20);
        string locked = Pages.File(_directory, "locked", 4096);
        string control = Pages.File(_directory, "control", 4096);
        string pressure = _directory.FileOf([], "pressure");
        FerriteTool.RunShell($"head -c 400M /dev/zero > '{pressure}'; sync '{pressure}'").AssertSucceeded();
        PageCache.Evict(pressure);
        using Process tool = FerriteTool.Start(new ToolOptions(), [.. group.Wrapper, .. FerriteTool.Interruptible, "cache", "lock", locked]);
        Assert.Contains("locked until a signal", tool.StandardError.ReadLine(), StringComparison.Ordinal);

        string enter = string.Join(' ', group.Wrapper.Select(static word => $"'{word}'"));
        FerriteTool.RunShell($"{enter} cat '{control}' '{pressure}' '{pressure}' > /dev/null").AssertSucceeded();

        Assert.Equal(4096, Pages.In(locked).Length);
        Assert.NotEqual(4096, Pages.In(control).Length);
        FerriteTool.Interrupt(tool).AssertSucceeded();
    }

    [NeedsFact(Needs.OtherUser)]
    public void At_the_limit_it_says_what_to_do_and_locks_the_rest()
    {
        string large = _directory.FileOf(new byte[1 << 20], "a-large");
        string small = _directory.FileOf([1], "b-small");
        Tool.Run("chmod", "755", _directory.Path, large, small);
        var options = new ToolOptions { Wrapper = ["prlimit", "--memlock=65536:65536", .. ToolOptions.AsNobody.Wrapper] };
        using Process tool = FerriteTool.Start(options, [.. options.Wrapper, .. FerriteTool.Command, "cache", "lock", "--json", _directory.Path]);

        string refusal = tool.StandardError.ReadLine()!;
        string advice = tool.StandardError.ReadLine()!;
        string locked = tool.StandardError.ReadLine()!;
        Match process = KillCommand().Match(locked);
        Tool.Run("kill", process.Groups["process"].Value);
        ToolOutcome outcome = FerriteTool.WaitFor(tool, tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());

        Assert.Contains("the limit is 65536 bytes (RLIMIT_MEMLOCK)", refusal, StringComparison.Ordinal);
        Assert.Contains("ulimit -l", advice, StringComparison.Ordinal);
        ActionDocument document = ActionDocument.Parse("lock", outcome.Output);
        Assert.Equal([small], document.Files!.Select(static file => file.Path));
        Assert.Equal(1, document.Total.LockedBytes);
        Assert.Equal(process.Groups["process"].Value, document.Total.Process!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(1, outcome.ExitCode);
    }

    /// <summary>Of a name that no string holds, since the arguments are passed on as the bytes they are.</summary>
    [NeedsFact(Needs.Eviction | Needs.Root)]
    public void In_the_background_it_prints_whom_to_end_and_holds_the_pages()
    {
        string plain = Pages.File(_directory, "data", 50);

        string script = $"""
            cd '{_directory.Path}'; name=$(printf 'caf\351'); ln data "$name"
            pid=$($FERRITE cache lock --daemon "$name") && echo "$pid" && ps -o tty=,sid= -p "$pid"; rm "$name"
            """;
        ToolOutcome outcome = FerriteTool.RunShell(script).AssertSucceeded();
        string process = outcome.Lines[0];
        try
        {
            PageCache.Evict(plain);
            Assert.Equal(50, Pages.In(plain).Length);
            Assert.Equal(["?", process], outcome.Lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            Tool.Run("kill", process);
        }

        SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{process}"), TimeSpan.FromSeconds(30));
        PageCache.Evict(plain);
        Assert.Empty(Pages.In(plain));
    }

    [NeedsFact(Needs.Linux)]
    public void In_the_background_what_fails_is_said_before_it_is_left_alone()
    {
        ToolOutcome outcome = FerriteTool.Cache("lock", "--daemon", _directory.File("missing"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal($"ferrite: {_directory.File("missing")}: No such file or directory\n", outcome.Errors);
    }

    [GeneratedRegex(@"'kill (?<process>\d+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KillCommand();
}
