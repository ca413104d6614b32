using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Reports;
using Ferrite.TestKit.Laws;

namespace Ferrite.Benchmarks.Tests;

/// <summary>docs/performance.md is written by the program; a case that is added or renamed has to be in it.</summary>
public sealed class PageTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs/performance.md"));

    [Fact]
    public void The_page_has_its_markers() => Assert.NotEmpty(Page.Replace(Text, "figures"));

    [Fact]
    public void The_page_has_every_case() =>
        Assert.All(CaseList.All, static entry => Assert.Contains($"**{entry.Title}** (`{entry.Name}`)", Text, StringComparison.Ordinal));
}
