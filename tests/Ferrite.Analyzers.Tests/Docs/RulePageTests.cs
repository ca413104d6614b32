using System.Collections.Immutable;
using Ferrite.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace Ferrite.Analyzers.Tests.Docs;

/// <summary>Each rule has a page, and the page's examples are true.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Ids { get; } = [.. AllRules.Descriptors.Select(static rule => rule.Id)];

    [Fact]
    public void Each_rule_has_a_page_and_each_page_a_rule() =>
        Assert.Equal(AllRules.Descriptors.Select(static rule => rule.Id), RulePages.All.Select(static page => page.Id), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_link_leads_to_the_page(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        Assert.Equal($"docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n", Page(id).Text, StringComparison.Ordinal);
    }

    /// <summary>A line with <c>// FERxxxx</c> at its end is one that the rule reports; no other is, by no rule.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Bad_examples_are_found_and_good_ones_are_quiet(string id)
    {
        RulePage page = Page(id);
        Assert.Contains(page.Examples, static example => example.IsBad);
        Assert.Contains(page.Examples, static example => !example.IsBad);
        foreach (PageExample example in page.Examples)
        {
            string[] lines = example.Source.Split('\n');
            IEnumerable<string> expected = lines.Select(static (line, index) => (line, index)).Where(static line => line.line.Contains("// FER", StringComparison.Ordinal))
                .Select(static line => $"{line.line[(line.line.IndexOf("// FER", StringComparison.Ordinal) + 3)..]} in line {line.index}");
            ImmutableArray<Diagnostic> found = Check.Run(example.Source);
            Assert.Equal(expected, found.Select(static diagnostic => $"{diagnostic.Id} in line {diagnostic.Location.GetLineSpan().StartLinePosition.Line}"), StringComparer.Ordinal);
            Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
            Assert.Equal(example.IsBad, !found.IsEmpty);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_overview_lists_the_rule_with_its_severity_and_whether_it_has_a_fix(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string fix = Fix.All.Any(provider => provider.FixableDiagnosticIds.Contains(id, StringComparer.Ordinal)) ? "yes" : "no";
        string line = $"| [{id}]({id}.md) | {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)} | {rule.DefaultSeverity} | {fix} |";
        Assert.Contains(line, File.ReadAllLines(Path.Combine(RulePages.Folder, "README.md")), StringComparer.Ordinal);
    }

    private static RulePage Page(string id) => Assert.Single(RulePages.All, page => string.Equals(page.Id, id, StringComparison.Ordinal));

    private static DiagnosticDescriptor Rule(string id) => Assert.Single(AllRules.Descriptors, rule => string.Equals(rule.Id, id, StringComparison.Ordinal));
}
