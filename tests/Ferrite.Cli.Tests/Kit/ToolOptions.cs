namespace Ferrite.Cli.Tests.Kit;

/// <summary>How the tool is run.</summary>
internal sealed record ToolOptions
{
    internal static ToolOptions AsNobody { get; } = new() { Wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] };

    /// <summary>A program and its arguments, in front of the tool.</summary>
    internal string[] Wrapper { get; init; } = [];

    internal string? Directory { get; init; }

    internal IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
