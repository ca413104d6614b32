using Ferrite.TestKit;

namespace Ferrite.Samples.Tests;

/// <summary>A sample, as a user runs it: a process of its own.</summary>
internal static class Sample
{
    private static readonly ChildOptions Options = new() { Timeout = TimeSpan.FromMinutes(2) };

    internal static ChildProcess Start(params string[] arguments) =>
        ChildProcess.StartProgram(Options, typeof(CrashSafeLog).Assembly.Location, arguments);

    internal static ChildOutcome RunToEnd(params string[] arguments)
    {
        using ChildProcess process = Start(arguments);
        return process.WaitForExit();
    }

    /// <summary>What it printed, line by line.</summary>
    internal static string[] Run(params string[] arguments) => RunToEnd(arguments).AssertSucceeded().Lines;
}
