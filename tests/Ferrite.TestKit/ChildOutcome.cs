namespace Ferrite.TestKit;

/// <summary>How a child process ended.</summary>
/// <param name="ExitCode">As the OS told; 128 + the signal's number if it died by one.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ChildOutcome(int ExitCode, string Output, string Errors)
{
    private const int FirstOfSignals = 128;

    public bool Succeeded => ExitCode == 0;

    /// <summary>The number of the signal it died by; null if it ended by itself.</summary>
    public int? Signal => ExitCode > FirstOfSignals ? ExitCode - FirstOfSignals : null;

    /// <summary>Its output, line by line.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="InvalidOperationException">It failed; the message holds all it said.</exception>
    public ChildOutcome AssertSucceeded() => Succeeded ? this : throw new InvalidOperationException(ToString());

    public override string ToString() =>
        $"The child process {(Signal is { } signal ? $"died by signal {signal}" : $"ended with {ExitCode}")}.\n--- output\n{Output}\n--- errors\n{Errors}";
}
