using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;
using Ferrite.Rfcs.Tests.Kit;

namespace Ferrite.Rfcs.Tests.Lifecycle;

/// <summary>Every legal way through a life, in a fresh repository, each step committed and checked.</summary>
public sealed class LifeCycleTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public void From_a_draft_to_its_implementation()
    {
        Model.Rfc rfc = _workspace.Draft();
        Assert.Equal("0000-short-reads.md", rfc.Name.ToString());
        AssertStep(rfc, RfcState.Draft);
        rfc = _workspace.Process.Assign(rfc, 12, null);
        Assert.Equal("0012-short-reads.md", rfc.Name.ToString());
        Assert.False(File.Exists(_workspace.PathOf("0000-short-reads.md")));
        AssertStep(rfc, RfcState.Proposed);
        rfc = _workspace.Process.SignOff(rfc, "ann");
        _workspace.Clock.Pass(2);
        rfc = _workspace.Process.SignOff(rfc, "@bob");
        Assert.Equal("@ann 2026-03-02, @bob 2026-03-04", rfc.Document.Get(RfcField.SignOffs));
        AssertStep(rfc, RfcState.Proposed);
        rfc = _workspace.Process.OpenPeriod(rfc, Disposition.Merge);
        AssertStep(rfc, RfcState.FinalCommentPeriod);
        _workspace.Clock.Pass(10);
        rfc = _workspace.Process.Accept(rfc, "issue 34");
        AssertStep(rfc, RfcState.Active);
        Assert.Equal("2026-03-14", rfc.Document.Get(RfcField.Decided));
        AssertStep(Ferrite.Rfcs.Lifecycle.RfcProcess.Implement(rfc), RfcState.Implemented);
    }

    [Fact]
    public void A_new_argument_sends_it_back_and_what_was_signed_is_kept()
    {
        Model.Rfc rfc = _workspace.In(RfcState.FinalCommentPeriod);
        AssertStep(rfc, RfcState.FinalCommentPeriod);
        _workspace.Clock.Pass(3);
        rfc = _workspace.Process.CancelPeriod(rfc, "Readers of short\r\nfiles break.");
        AssertStep(rfc, RfcState.Proposed);
        Assert.Equal(
            "2026-03-05 final comment period cancelled (merge since 2026-03-02; signed off: @ann 2026-03-02, @bob 2026-03-02): Readers of short files break.",
            rfc.Document.Get(RfcField.History));
        rfc = _workspace.Process.OpenPeriod(_workspace.Process.SignOff(_workspace.Process.SignOff(rfc, "ann"), "bob"), Disposition.Close);
        AssertStep(rfc, RfcState.FinalCommentPeriod);
        _workspace.Clock.Pass(10);
        AssertStep(_workspace.Process.Close(rfc), RfcState.Closed);
    }

    [Fact]
    public void What_was_postponed_is_reopened()
    {
        Model.Rfc rfc = _workspace.In(RfcState.Postponed);
        AssertStep(rfc, RfcState.Postponed);
        _workspace.Clock.Pass(400);
        rfc = _workspace.Process.Reopen(rfc);
        AssertStep(rfc, RfcState.Proposed);
        Assert.Contains("decided 2026-03-12; signed off: @ann 2026-03-02", rfc.Document.Get(RfcField.History), StringComparison.Ordinal);
        Assert.Null(rfc.Document.Get(RfcField.FcpStart));
    }

    [Fact]
    public void A_sign_off_is_taken_back()
    {
        Model.Rfc rfc = _workspace.Process.Withdraw(_workspace.SignedOff(), "ann");
        Assert.Equal("@bob 2026-03-02", rfc.Document.Get(RfcField.SignOffs));
        AssertStep(rfc, RfcState.Proposed);
    }

    /// <summary>Ten days by the calendar of UTC, whatever the hour.</summary>
    [Fact]
    public void The_tenth_day_after_is_the_first_to_decide_on()
    {
        Model.Rfc rfc = _workspace.In(RfcState.FinalCommentPeriod);
        for (int left = 10; left > 0; left--)
        {
            RefusedException refused = Assert.Throws<RefusedException>(() => _workspace.Process.Accept(rfc, "issue 34"));
            Assert.Contains($"ends on 2026-03-12, in {left} day", refused.Message, StringComparison.Ordinal);
            Assert.Equal(left, new Ferrite.Rfcs.Lifecycle.RfcStatus(rfc, null, _workspace.Process.Today).DaysLeft);
            _workspace.Clock.Pass(1);
        }

        Assert.Equal(0, new Ferrite.Rfcs.Lifecycle.RfcStatus(rfc, null, _workspace.Process.Today).DaysLeft);
        Assert.Equal(RfcState.Active, _workspace.Process.Accept(rfc, "issue 34").State);
    }

    [Fact]
    public void Translations_take_the_number_too()
    {
        Model.Rfc rfc = _workspace.Draft();
        File.WriteAllText(_workspace.PathOf("0000-short-reads.zh-TW.md"), "# 短讀取\n");
        _workspace.Process.Assign(rfc, 12, null);
        Assert.Equal("# 短讀取\n", File.ReadAllText(_workspace.PathOf("0012-short-reads.zh-TW.md")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_workspace.Tree.TextFolder).Length);
        Assert.Empty(_workspace.Check());
    }

    /// <summary>Who joins later doesn't owe a sign-off to what was decided before.</summary>
    [Fact]
    public void A_sub_team_changes_and_the_past_stays_legal()
    {
        AssertStep(_workspace.In(RfcState.Active), RfcState.Active);
        File.WriteAllText(_workspace.Tree.TeamsPath, Workspace.Teams + "- @carol, since 2026-03-03\n");
        Assert.Empty(_workspace.Check());
        File.WriteAllText(_workspace.Tree.TeamsPath, "## core\n\n- @ann, until 2026-03-03\n- @bob\n- @carol, since 2026-03-03\n");
        Assert.Empty(_workspace.Check());
        File.WriteAllText(_workspace.Tree.TeamsPath, Workspace.Teams + "- @carol\n");
        Assert.Contains("@carol had not signed off", Assert.Single(_workspace.Check()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>The file says what the action returned, the check finds nothing, and a commit follows.</summary>
    private void AssertStep(Model.Rfc rfc, RfcState state)
    {
        Assert.Equal(state, rfc.State);
        Assert.Equal(File.ReadAllBytes(rfc.Path), rfc.Document.Bytes.ToArray());
        Assert.Empty(_workspace.Check());
        _workspace.Commit();
        Assert.Empty(_workspace.Check());
    }
}
