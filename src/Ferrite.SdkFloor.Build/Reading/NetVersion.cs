namespace Ferrite.SdkFloor.Build.Reading;

/// <summary>Versions of .NET behind frameworks' short names. Each takes its predecessors' files.</summary>
internal static class NetVersion
{
    private static readonly string[] Names = ["netcoreapp", "net"];

    private static readonly Dictionary<string, Version> Standards = new(StringComparer.OrdinalIgnoreCase)
    {
        ["netstandard1.6"] = new(1, 0),
        ["netstandard2.0"] = new(2, 0),
        ["netstandard2.1"] = new(3, 0),
    };

    /// <summary>The first .NET that takes the framework's files; null for other families' frameworks.</summary>
    internal static Version? FirstToTake(string framework) =>
        Standards.TryGetValue(framework.StartsWith("netstandard1.", StringComparison.OrdinalIgnoreCase) ? "netstandard1.6" : framework, out Version? first)
            ? first
            : Of(framework);

    /// <summary>Null for other frameworks, and for a platform's: what follows the dash has versions of its own.</summary>
    internal static Version? Of(string framework)
    {
        string? name = Array.Find(Names, name => framework.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return name is not null && Version.TryParse(framework.Substring(name.Length), out Version? version) ? version : null;
    }
}
