namespace Ferrite.SdkFloor.Build.Tests.Kit;

/// <summary>How a command of the SDK ended.</summary>
internal sealed record BuildOutcome(int ExitCode, string Output)
{
    internal bool Succeeded => ExitCode == 0;

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Errors of all kinds that one project made.</summary>
    internal string[] ErrorsOf(string project) => Of(project, ": error ");

    /// <summary>Warnings of floors that one project made.</summary>
    internal string[] WarningsOf(string project) => Of(project, ": warning FLOOR");

    internal BuildOutcome AssertSucceeded()
    {
        Assert.True(Succeeded, Output);
        return this;
    }

    private string[] Of(string project, string kind) => [.. Lines
        .Where(line => line.Contains(kind, StringComparison.Ordinal) && line.Contains($"/{project}.csproj", StringComparison.Ordinal))
        .Select(line => WithoutProject(line[(line.IndexOf(kind, StringComparison.Ordinal) + 2)..]))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>Where the error is not in the project's own file, the project stands behind it.</summary>
    private static string WithoutProject(string message) => message.EndsWith(']') ? message[..message.LastIndexOf(" [", StringComparison.Ordinal)] : message;
}
