using System.Text.RegularExpressions;
using Ferrite.TestKit.Laws;

namespace Ferrite.Const.Generator.Tests.Rules;

/// <summary>A page of docs/rules: its examples, and in the bad one a comment with the rule at the end of each line that is found.</summary>
internal sealed partial class RulePage
{
    internal RulePage(string id)
    {
        string text = File.ReadAllText(Path.Combine(Directory, $"{id}.md"));
        MatchCollection examples = Example().Matches(text);
        Bad = examples[0].Groups["code"].Value;
        Good = examples[1].Groups["code"].Value;
    }

    internal static string Directory { get; } = Repository.PathOf("docs/rules");

    internal string Bad { get; }

    internal string Good { get; }

    /// <summary>Line and rule, as "12 FER3003".</summary>
    internal string[] Expected =>
        [.. Bad.Split('\n').SelectMany((line, i) => Marker().Matches(line).Select(marker => $"{i + 1} {marker.Value}"))];

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();

    [GeneratedRegex("FER[0-9]{4}(?= FER|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
