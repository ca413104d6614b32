namespace Ferrite.TestKit;

/// <summary>How a scenario's process is run.</summary>
public sealed record ChildOptions
{
    /// <summary>A program and its arguments, put in front of the command: strace, prlimit, setpriv.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>The process is killed, and its test fails, if it runs longer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Set in its environment, besides ours.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The test assembly to run, if not the one the scenario is in: a copy of its directory with something changed.</summary>
    public string? Assembly { get; init; }
}
