using Ferrite.Rfcs.Checking;
using Ferrite.Rfcs.Model;
using Ferrite.Rfcs.Tests.Kit;

namespace Ferrite.Rfcs.Tests.Checking;

/// <summary>Mistakes, each planted where nothing else is wrong: found by its rule, at its line, and nothing besides.</summary>
public sealed class PlantedMistakesTests : IDisposable
{
    private readonly Workspace _workspace = new();

    /// <summary>What is written instead of what, in which RFC; the finding's rule, and a word of the line that it points to.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes => new()
    {
        { "proposed", "- Start Date: 2026-03-02\n", "", "header", "Feature Name" },
        { "proposed", "2026-03-02", "2nd of March", "header", "2nd of March" },
        { "proposed", "2026-03-02", "2031-03-02", "header", "2031-03-02" },
        { "proposed", "short_reads", "long_reads", "header", "long_reads" },
        { "proposed", "- Sub-team: core\n", "- Sub-team: core\n- Sub-team: core\n", "header", "Sub-team: core" },
        { "proposed", "- Sub-team: core\n", "- Sub-team: core\n- Sign-off: @ann 2026-03-02\n", "header", "Sign-off:" },
        { "proposed", "- Sub-team: core\n", "- Sub-team: core\n- Sign-offs: ann\n", "header", "Sign-offs: ann" },
        { "proposed", "RFC Number: 0012", "RFC Number: 0013", "number", "0013" },
        { "proposed", "RFC Number: 0012", "RFC Number: twelve", "number", "twelve" },
        { "proposed", "State: proposed", "State: propsed", "state", "propsed" },
        { "proposed", "State: proposed", "State: draft", "state", "draft" },
        { "proposed", "Sub-team: core", "Sub-team: kernel", "sub-team", "kernel" },
        { "proposed", "- Sub-team: core\n", "- Sub-team: core\n- Sign-offs: @carol 2026-03-02\n", "sign-off", "@carol" },
        { "proposed", "- Sub-team: core\n", "- Sub-team: core\n- FCP Start: 2026-03-02\n", "period", "FCP Start" },
        { "proposed", "## Drawbacks\n", "## Downsides\n", "section", "Sub-team" },
        { "proposed", "What is said on Prior art.\n", "", "section", "## Prior art" },
        { "proposed", "## Prior art\n", "## Prior art\n\nNone.\n\n## Prior art\n", "section", "## Prior art" },
        { "proposed", "What is said on Summary.", "See [this](gone.md).", "link", "gone.md" },
        { "proposed", "What is said on Summary.", "See [this](#no-such-heading).", "link", "#no-such-heading" },
        { "proposed", "What is said on Summary.", "See [this](../teams.md#kernel).", "link", "kernel" },
        { "proposed", "What is said on Summary.", "See [this][1].\n\n[1]: /etc/passwd", "link", "See [this]" },
        { "proposed", "What is said on Summary.", "![A picture](pictures/gone.png)", "link", "gone.png" },
        { "final comment period", ", @bob 2026-03-02", "", "sign-off", "Sign-offs: @ann" },
        { "final comment period", "@bob 2026-03-02", "@bob 2026-03-01", "sign-off", "none" },
        { "active", "- FCP Start: 2026-03-02\n", "", "period", "State: active" },
        { "active", "Decided: 2026-03-12", "Decided: 2026-03-11", "period", "Decided: 2026-03-11" },
        { "active", "FCP Disposition: merge", "FCP Disposition: close", "state", "FCP Disposition: close" },
        { "active", "- Tracking: issue 34\n", "", "tracking", "Feature Name" },
        { "closed", "State: closed", "State: active", "state", "FCP Disposition" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_found_where_it_is(string state, string right, string wrong, string rule, string atLineWith)
    {
        Model.Rfc rfc = _workspace.In(Names.State(state)!.Value);
        string text = File.ReadAllText(rfc.Path);
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.Empty(_workspace.Check());
        int at = text.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(rfc.Path, text[..at] + wrong + text[(at + right.Length)..]);

        // One that is no mistake stands between those that are: signed before the others, and still in time.
        if (atLineWith is "none")
        {
            Assert.Empty(_workspace.Check());
            return;
        }

        IReadOnlyList<RfcFinding> findings = _workspace.Check();
        Assert.Contains(findings, finding => finding.Rule.Equals(rule, StringComparison.Ordinal)
            && finding.File.Equals("rfcs/text/0012-short-reads.md", StringComparison.Ordinal)
            && File.ReadAllLines(rfc.Path)[finding.Line - 1].Contains(atLineWith, StringComparison.Ordinal));
        Assert.All(findings, static finding => Assert.True(finding.IsError));
        Assert.InRange(findings.Count, 1, 2);
    }

    [Fact]
    public void Two_of_one_number()
    {
        _workspace.Proposed();
        File.Copy(_workspace.PathOf("0012-short-reads.md"), _workspace.PathOf("0012-zebra.md"));
        AssertFinds("number", "rfcs/text/0012-zebra.md", "is taken by 0012-short-reads.md");
    }

    [Fact]
    public void A_file_of_another_name()
    {
        _workspace.Proposed();
        File.WriteAllText(_workspace.PathOf("Notes.md"), "# Notes\n");
        AssertFinds("file-name", "rfcs/text/Notes.md", "0012-some-name.md");
    }

    [Fact]
    public void A_translation_of_nothing_and_one_with_a_state()
    {
        _workspace.Proposed();
        File.WriteAllText(_workspace.PathOf("0013-other.zh-TW.md"), "# 其他\n");
        AssertFinds("translation", "rfcs/text/0013-other.zh-TW.md", "0013-other.md");
        File.Move(_workspace.PathOf("0013-other.zh-TW.md"), _workspace.PathOf("0012-short-reads.zh-TW.md"));
        Assert.Empty(_workspace.Check());
        File.AppendAllText(_workspace.PathOf("0012-short-reads.zh-TW.md"), "\n- State: active\n");
        AssertFinds("translation", "rfcs/text/0012-short-reads.zh-TW.md", "original only");
    }

    [Fact]
    public void What_is_no_UTF_8()
    {
        Model.Rfc rfc = _workspace.Proposed();
        File.WriteAllBytes(rfc.Path, [.. File.ReadAllBytes(rfc.Path), 0xff]);
        AssertFinds("encoding", "rfcs/text/0012-short-reads.md", "UTF-8");
    }

    [Theory]
    [InlineData("## core\n\n- @ann\n- @ann\n- @bob\n", 4)]
    [InlineData("- @ann\n\n## core\n\n- @ann\n- @bob\n", 1)]
    [InlineData("## core\n\n- @ann\n- @bob since 2026\n- @bob\n", 4)]
    [InlineData("## core\n\n- @ann\n- @bob\n\n## empty\n", 6)]
    [InlineData("## core\n\n- @ann\n- @bob\n\n## Core\n\n- @eve\n", 6)]
    public void Mistakes_in_the_sub_teams(string teams, int line)
    {
        _workspace.Proposed();
        File.WriteAllText(_workspace.Tree.TeamsPath, teams);
        RfcFinding finding = Assert.Single(_workspace.Check());
        Assert.Equal(("sub-team", "rfcs/teams.md", line), (finding.Rule, finding.File, finding.Line));
    }

    [Fact]
    public void Links_that_are_alive()
    {
        Model.Rfc rfc = _workspace.Proposed();
        File.WriteAllText(_workspace.PathOf("0012-short-reads.zh-TW.md"), "# 標題\n\n[原文](0012-short-reads.md#prior-art)\n");
        File.AppendAllText(rfc.Path, "\n[a](#prior-art) [b](../teams.md#core) [c](https://example.invalid/x) [d](../../rfcs) [e](0012-short-reads.zh-TW.md#標題)"
            + " [f](0012-short%2Dreads.md?plain=1) <https://example.invalid> <a id=\"here\"></a> [g](#here) [h](mailto:a@b.invalid)\n\n```\n[x](gone.md)\n```\n");
        Assert.Empty(_workspace.Check());
    }

    public void Dispose() => _workspace.Dispose();

    private void AssertFinds(string rule, string file, string message)
    {
        IReadOnlyList<RfcFinding> findings = _workspace.Check();
        RfcFinding finding = Assert.Single(findings, finding => finding.Rule.Equals(rule, StringComparison.Ordinal) && finding.File.Equals(file, StringComparison.Ordinal)
            && finding.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(finding.IsError);
    }
}
