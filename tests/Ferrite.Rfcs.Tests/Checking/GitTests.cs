using Ferrite.Rfcs.Checking;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;
using Ferrite.Rfcs.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Rfcs.Tests.Checking;

/// <summary>What is there is held against what git remembers.</summary>
public sealed class GitTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public void A_substantial_edit_to_what_is_active()
    {
        Model.Rfc rfc = _workspace.In(RfcState.Active);
        _workspace.Commit();
        string text = File.ReadAllText(rfc.Path);
        Assert.Empty(_workspace.Check());

        // Ten words are other words: twenty that differ.
        string edited = text.Replace("What is said on Motivation.", "one two three four five six seven eight nine ten What is said on.", StringComparison.Ordinal);
        File.WriteAllText(rfc.Path, edited);
        Assert.Empty(_workspace.Check());
        File.WriteAllText(rfc.Path, edited.Replace("What is said on Drawbacks.", "What is now, and was never before, said on all of the many known Drawbacks.", StringComparison.Ordinal));
        RfcFinding finding = Assert.Single(_workspace.Check());
        Assert.Equal("edit", finding.Rule);
        Assert.StartsWith("21 words differ", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("one two three", File.ReadAllLines(rfc.Path)[finding.Line - 1], StringComparison.Ordinal);

        // Committed or not, in one step or in several: what counts is what was accepted.
        _workspace.Commit();
        Assert.Single(_workspace.Check());
        Ferrite.Rfcs.Lifecycle.RfcProcess.Implement(_workspace.Tree.Get("12"));
        _workspace.Commit();
        Assert.Single(_workspace.Check());
    }

    [Fact]
    public void Notes_errata_and_another_layout_are_no_edit()
    {
        Model.Rfc rfc = _workspace.In(RfcState.Active);
        _workspace.Commit();
        string words = string.Concat(Enumerable.Range(0, 50).Select(static i => $"word{i} "));
        string text = File.ReadAllText(rfc.Path).Replace(" is said ", "\n is   **said**\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllText(rfc.Path, $"{text}\r\n> Amended by [RFC 0013](#prior-art): {words}\r\n\r\n<!-- {words} -->\r\n\r\n## Errata\r\n\r\n{words}\r\n\r\n### Of March\r\n\r\n{words}\r\n");
        Assert.Empty(_workspace.Check());
        File.AppendAllText(rfc.Path, $"\r\n## More\r\n\r\n{words}\r\n");
        Assert.Equal("edit", Assert.Single(_workspace.Check()).Rule);
    }

    [Fact]
    public void What_is_not_active_may_be_rewritten()
    {
        Model.Rfc rfc = _workspace.Proposed();
        _workspace.Commit();
        File.WriteAllText(rfc.Path, File.ReadAllText(rfc.Path).Replace("What is said on", string.Concat(Enumerable.Repeat("all other words ", 30)), StringComparison.Ordinal));
        Assert.Empty(_workspace.Check());
    }

    [Fact]
    public void A_state_that_no_action_leads_to()
    {
        Model.Rfc rfc = _workspace.In(RfcState.Closed);
        _workspace.Commit();
        RfcDocument document = rfc.Document.With(RfcField.State, "proposed").With(RfcField.Disposition, "").With(RfcField.FcpStart, "").With(RfcField.Decided, "");
        File.WriteAllBytes(rfc.Path, document.Bytes.ToArray());
        RfcFinding finding = Assert.Single(_workspace.Check());
        Assert.Equal("state", finding.Rule);
        Assert.Contains("It was closed in ", finding.Message, StringComparison.Ordinal);
        _workspace.Commit();
        Assert.Single(_workspace.Check());
    }

    [Fact]
    public void An_RFC_that_is_gone_and_one_that_has_another_name()
    {
        Model.Rfc rfc = _workspace.Proposed();
        _workspace.Commit();
        string renamed = _workspace.PathOf("0012-shorter-reads.md");
        File.WriteAllBytes(renamed, rfc.Document.With(RfcField.FeatureName, "shorter_reads").Bytes.ToArray());
        File.Delete(rfc.Path);
        Assert.Empty(_workspace.Check());
        _workspace.Commit();
        Assert.Empty(_workspace.Check());
        File.Delete(renamed);
        _workspace.Draft("other");
        _workspace.Commit();
        Assert.Equal("history", Assert.Single(_workspace.Check()).Rule);
    }

    [Fact]
    public void A_merge_is_a_step_of_its_own()
    {
        _workspace.Draft("other");
        _workspace.Commit();
        _workspace.Git("checkout", "-q", "-b", "work");
        Model.Rfc rfc = _workspace.In(RfcState.Active);
        _workspace.Commit();
        _workspace.Git("checkout", "-q", "main");
        File.WriteAllText(Path.Combine(_workspace.Root, "elsewhere"), "x");
        _workspace.Commit();
        _workspace.Git("merge", "-q", "--no-ff", "-m", "merged", "work");
        Assert.Empty(_workspace.Check());
        File.AppendAllText(rfc.Path, string.Concat(Enumerable.Range(0, 50).Select(static i => $"word{i} ")));
        Assert.Equal("edit", Assert.Single(_workspace.Check()).Rule);
    }

    [Fact]
    public void Without_git_or_with_part_of_its_history_it_says_so_and_goes_on()
    {
        _workspace.In(RfcState.Active);
        _workspace.Commit();
        _workspace.Draft("other");
        _workspace.Commit();
        using var clone = new TempDirectory();
        _workspace.Git("clone", "-q", "--depth", "1", $"file://{_workspace.Root}", clone.File("it"));
        AssertWarns(clone.File("it"), "is cut off");
        Directory.Delete(Path.Combine(clone.File("it"), ".git"), recursive: true);
        AssertWarns(clone.File("it"), "were not checked");
    }

    public void Dispose() => _workspace.Dispose();

    private void AssertWarns(string root, string message)
    {
        RfcFinding finding = Assert.Single(RfcCheck.Run(new RfcTree(root), _workspace.Clock));
        Assert.False(finding.IsError);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }
}
