using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>A scenario run under strace(1): what it called, and calls that were made to fail.</summary>
internal sealed class Strace
{
    private readonly string[] _calls;

    private Strace(string[] calls) => _calls = calls;

    /// <summary>
    /// Runs the scenario, which has to succeed, tracing <paramref name="calls"/> (as for <c>-e trace=</c>) and making some of them fail
    /// (<paramref name="inject"/>, as for <c>-e inject=</c>).
    /// </summary>
    internal static Strace Run(string calls, string? inject, Action<string[]> scenario, params string[] arguments)
    {
        using var directory = new TempDirectory();
        string trace = directory.File("trace");
        string[] injection = inject is null ? [] : ["-e", $"inject={inject}"];
        var options = new ChildOptions
        {
            Wrapper = ["strace", "-f", "-qq", "-y", "-e", "signal=none", "-e", $"trace={calls}", .. injection, "-o", trace],
        };
        ChildProcess.Run(options, scenario, arguments).AssertSucceeded();
        return new Strace(File.ReadAllLines(trace));
    }

    /// <summary>The traced lines of a call, in order. Only calls that no other thread's interrupted are whole lines.</summary>
    internal string[] CallsOf(string call) => [.. _calls.Where(line => line.Contains($"{call}(", StringComparison.Ordinal))];

    public override string ToString() => string.Join('\n', _calls);
}
