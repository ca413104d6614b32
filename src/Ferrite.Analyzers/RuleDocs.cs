namespace Ferrite.Analyzers;

/// <summary>What the descriptors share.</summary>
internal static class RuleDocs
{
    internal const string Unsafe = "Ferrite.Unsafe";
    internal const string Handles = "Ferrite.Handles";
    internal const string Mapping = "Ferrite.Mapping";

    /// <summary>The page of a rule, in the repository and in the packages.</summary>
    internal static string Link(string id) => $"docs/rules/{id}.md";
}
