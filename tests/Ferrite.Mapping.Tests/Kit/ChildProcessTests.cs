using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Kit;

public sealed class ChildProcessTests
{
    private const int SIGKILL = 9;

    [Fact]
    public void Runs_a_scenario_and_tells_what_it_said()
    {
        ChildOutcome outcome = ChildProcess.Run(Echo, "first", "second").AssertSucceeded();

        Assert.Equal(["first", "second"], outcome.Lines);
        Assert.Null(outcome.Signal);
    }

    [Fact]
    public void Keeps_step_with_a_scenario()
    {
        using ChildProcess child = ChildProcess.Start(Answer);
        child.WaitFor("ready");
        child.Send("one");
        Assert.Equal("one", child.WaitFor("heard"));
        child.Send("two");
        Assert.Equal("two", child.WaitFor("heard"));
        child.WaitForExit().AssertSucceeded();
    }

    [Fact]
    public void Tells_a_failure_with_its_exception()
    {
        ChildOutcome outcome = ChildProcess.Run(Fail);

        Assert.Equal(Scenarios.Failed, outcome.ExitCode);
        Assert.Contains("as it should", outcome.Errors, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(outcome.AssertSucceeded);
    }

    [NeedsFact(Needs.Linux)]
    public void Tells_a_death_by_signal()
    {
        using ChildProcess child = ChildProcess.Start(Answer);
        child.WaitFor("ready");
        Tool.Run("kill", $"-{SIGKILL}", $"{child.Id}");

        Assert.Equal(SIGKILL, child.WaitForExit().Signal);
    }

    private static void Echo(string[] arguments) => Array.ForEach(arguments, Console.WriteLine);

    private static void Fail(string[] arguments) => throw new InvalidDataException("as it should");

    private static void Answer(string[] arguments)
    {
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine($"heard {line}");
        }
    }
}
