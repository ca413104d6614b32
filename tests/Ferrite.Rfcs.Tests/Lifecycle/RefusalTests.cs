using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;
using Ferrite.Rfcs.Tests.Kit;

namespace Ferrite.Rfcs.Tests.Lifecycle;

/// <summary>Every illegal way: each action in each state that it isn't for, and each condition that it has in the state that it is for.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly Workspace _workspace = new();

    /// <summary>Written out, not taken from the table that it tests.</summary>
    private static readonly Dictionary<RfcAction, (RfcState Legal, string Rule)> Expected = new()
    {
        [RfcAction.Assign] = (RfcState.Draft, "number"),
        [RfcAction.SignOff] = (RfcState.Proposed, "sign-off"),
        [RfcAction.Withdraw] = (RfcState.Proposed, "sign-off"),
        [RfcAction.OpenPeriod] = (RfcState.Proposed, "consent"),
        [RfcAction.CancelPeriod] = (RfcState.FinalCommentPeriod, "cancel"),
        [RfcAction.Accept] = (RfcState.FinalCommentPeriod, "decision"),
        [RfcAction.Close] = (RfcState.FinalCommentPeriod, "decision"),
        [RfcAction.Postpone] = (RfcState.FinalCommentPeriod, "decision"),
        [RfcAction.Reopen] = (RfcState.Postponed, "reopen"),
        [RfcAction.Implement] = (RfcState.Active, "implement"),
    };

    public static TheoryData<string> States => [.. Enum.GetNames<RfcState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void In_a_state_every_action_but_its_own_is_refused_by_its_rule(string name)
    {
        RfcState state = Enum.Parse<RfcState>(name);
        Model.Rfc rfc = _workspace.In(state);
        byte[] before = File.ReadAllBytes(rfc.Path);
        Assert.Equal(Enum.GetValues<RfcAction>(), Expected.Keys.Order());
        foreach ((RfcAction action, (RfcState legal, string rule)) in Expected.Where(entry => entry.Value.Legal != state))
        {
            RefusedException refused = Assert.Throws<RefusedException>(() => Do(action, rfc));
            Assert.Equal(rule, refused.Rule.Id);
            Assert.Contains("can't be", refused.Message, StringComparison.Ordinal);
            Assert.NotEqual(legal, rfc.State);
        }

        Assert.Equal(before, File.ReadAllBytes(rfc.Path));
        Assert.Single(Directory.GetFileSystemEntries(_workspace.Tree.TextFolder));
    }

    [Fact]
    public void A_number_that_is_taken()
    {
        _workspace.Proposed();
        Model.Rfc other = _workspace.Draft("long-reads");
        RefusedException refused = Assert.Throws<RefusedException>(() => _workspace.Process.Assign(other, 12, null));
        Assert.Equal("number", refused.Rule.Id);
        Assert.Equal("Number 0012 is taken by rfcs/text/0012-short-reads.md.", refused.Message);
        Assert.True(File.Exists(other.Path));
    }

    [Fact]
    public void A_name_that_is_taken()
    {
        Model.Rfc draft = _workspace.Draft();
        byte[] before = File.ReadAllBytes(draft.Path);
        Assert.Equal("no-overwrite", Assert.Throws<RefusedException>(() => _workspace.Process.Create("short-reads", null)).Rule.Id);
        Assert.Equal(before, File.ReadAllBytes(draft.Path));

        // A translation that would be written over stops the original too.
        File.WriteAllText(_workspace.PathOf("0000-short-reads.zh-TW.md"), "new");
        File.WriteAllText(_workspace.PathOf("0012-short-reads.zh-TW.md"), "old");
        Assert.Equal("no-overwrite", Assert.Throws<RefusedException>(() => _workspace.Process.Assign(draft, 12, null)).Rule.Id);
        Assert.Equal("old", File.ReadAllText(_workspace.PathOf("0012-short-reads.zh-TW.md")));
        Assert.Equal(before, File.ReadAllBytes(draft.Path));
    }

    [Fact]
    public void A_stranger_a_second_time_and_what_was_never_signed()
    {
        Model.Rfc rfc = _workspace.Process.SignOff(_workspace.Proposed(), "ann");
        Assert.Equal("sign-off", Assert.Throws<RefusedException>(() => _workspace.Process.SignOff(rfc, "carol")).Rule.Id);
        Assert.Equal("sign-off", Assert.Throws<RefusedException>(() => _workspace.Process.SignOff(rfc, "ANN")).Rule.Id);
        Assert.Equal("sign-off", Assert.Throws<RefusedException>(() => _workspace.Process.Withdraw(rfc, "bob")).Rule.Id);
    }

    [Fact]
    public void A_period_without_all_sign_offs()
    {
        Model.Rfc rfc = _workspace.Process.SignOff(_workspace.Proposed(), "ann");
        RefusedException refused = Assert.Throws<RefusedException>(() => _workspace.Process.OpenPeriod(rfc, Disposition.Merge));
        Assert.Equal(("consent", "RFC 0012 lacks the sign-off of @bob."), (refused.Rule.Id, refused.Message));
    }

    [Theory]
    [InlineData(RfcAction.Accept, "close")]
    [InlineData(RfcAction.Close, "merge")]
    [InlineData(RfcAction.Postpone, "merge")]
    [InlineData(RfcAction.Accept, "postpone")]
    public void A_decision_that_the_period_was_not_for(object action, string disposition)
    {
        Model.Rfc rfc = _workspace.Process.OpenPeriod(_workspace.SignedOff(), Names.Disposition(disposition)!.Value);
        _workspace.Clock.Pass(30);
        Assert.Equal("disposition", Assert.Throws<RefusedException>(() => Do((RfcAction)action, rfc)).Rule.Id);
    }

    [Fact]
    public void Acceptance_without_an_issue()
    {
        Model.Rfc rfc = _workspace.In(RfcState.FinalCommentPeriod);
        _workspace.Clock.Pass(10);
        Assert.Equal("tracking", Assert.Throws<RefusedException>(() => _workspace.Process.Accept(rfc, null)).Rule.Id);
    }

    [Fact]
    public void A_sub_team_that_there_is_not()
    {
        Model.Rfc draft = _workspace.Draft();
        Assert.Equal("sub-team", Assert.Throws<RefusedException>(() => _workspace.Process.Assign(draft, 12, "else")).Rule.Id);
        Assert.Equal("sub-team", Assert.Throws<RefusedException>(() => _workspace.Process.Create("other", "else")).Rule.Id);
    }

    public void Dispose() => _workspace.Dispose();

    private Model.Rfc Do(RfcAction action, Model.Rfc rfc) => action switch
    {
        RfcAction.Assign => _workspace.Process.Assign(rfc, 99, "core"),
        RfcAction.SignOff => _workspace.Process.SignOff(rfc, "ann"),
        RfcAction.Withdraw => _workspace.Process.Withdraw(rfc, "ann"),
        RfcAction.OpenPeriod => _workspace.Process.OpenPeriod(rfc, Disposition.Merge),
        RfcAction.CancelPeriod => _workspace.Process.CancelPeriod(rfc, "because"),
        RfcAction.Accept => _workspace.Process.Accept(rfc, "issue 1"),
        RfcAction.Close => _workspace.Process.Close(rfc),
        RfcAction.Postpone => _workspace.Process.Postpone(rfc),
        RfcAction.Reopen => _workspace.Process.Reopen(rfc),
        RfcAction.Implement => RfcProcess.Implement(rfc),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such action."),
    };
}
