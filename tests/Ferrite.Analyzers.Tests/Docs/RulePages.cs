using Ferrite.TestKit.Laws;

namespace Ferrite.Analyzers.Tests.Docs;

/// <summary>The pages, as they lie in the repository.</summary>
internal static class RulePages
{
    internal static string Folder { get; } = Repository.PathOf("docs/rules");

    /// <summary>Those of this package: FER3 are Ferrite.Const's.</summary>
    internal static IReadOnlyList<RulePage> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "FER*.md").Where(static path => !Path.GetFileName(path).StartsWith("FER3", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(static path => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))];

    private static RulePage Parse(string id, string text)
    {
        var examples = new List<PageExample>();
        bool isBad = false;
        List<string>? block = null;
        foreach (string line in text.Split('\n'))
        {
            if (block is not null && line.StartsWith("```", StringComparison.Ordinal))
            {
                examples.Add(new PageExample(isBad, string.Join('\n', block)));
                block = null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (line.StartsWith("```csharp", StringComparison.Ordinal))
            {
                block = [];
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                isBad = line is "## Bad";
            }
        }

        return new RulePage(id, text, examples);
    }
}
