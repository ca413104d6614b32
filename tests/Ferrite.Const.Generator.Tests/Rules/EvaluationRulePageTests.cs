using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Ferrite.Const.Generator.Rules;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Tests.Rules;

/// <summary>Each rule of evaluation has a page, and the page's examples are true.</summary>
public partial class EvaluationRulePageTests
{
    private static readonly DiagnosticDescriptor[] Descriptors = [.. typeof(EvaluationRules).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)];

    public static TheoryData<string> Ids => [.. Descriptors.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_link_leads_to_the_page_and_the_page_begins_with_the_title(string id)
    {
        DiagnosticDescriptor rule = Assert.Single(Descriptors, rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

        Assert.Equal($"docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", Page(id), StringComparison.Ordinal);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Bad_examples_are_found_where_they_say_and_good_ones_compile(string id)
    {
        string page = Page(id);
        string bad = Assert.Single(Examples(page, "Bad")), good = Assert.Single(Examples(page, "Good"));
        IEnumerable<string> expected = bad.Split('\n').Select(static (line, i) => (line, i)).Where(static line => line.line.Contains("// FER", StringComparison.Ordinal))
            .Select(static line => $"{line.line[(line.line.IndexOf("// FER", StringComparison.Ordinal) + 3)..].Trim()} in line {line.i}");
        Generated found = Generated.From(Lab.Compile(bad), new Dictionary<string, string>(StringComparer.Ordinal) { [Options.Steps] = "100000" });

        Assert.Equal(expected, found.Result.Diagnostics.OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line)
            .Select(static diagnostic => $"{diagnostic.Id} in line {diagnostic.Location.GetLineSpan().StartLinePosition.Line}"));
        Assert.All(found.Result.Diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        Generated quiet = Generated.From(good);
        Assert.Empty(quiet.Messages);
        Assert.Empty(quiet.Errors);
    }

    private static IEnumerable<string> Examples(string page, string heading) =>
        Example().Matches(page).Where(match => string.Equals(match.Groups["heading"].Value, heading, StringComparison.Ordinal)).Select(static match => match.Groups["code"].Value);

    private static string Page(string id) => File.ReadAllText(Path.Combine(RulePage.Directory, $"{id}.md"));

    [GeneratedRegex(@"## (?<heading>\w+)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Example();
}
