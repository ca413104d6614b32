using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Lifecycle;

/// <summary>What an action needs and leads to.</summary>
/// <param name="From">The only state in which it is legal.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Rule">Why it is refused in any other state.</param>
/// <param name="Deed">"can't be …".</param>
internal sealed record Transition(RfcState From, RfcState To, RfcRule Rule, string Deed)
{
    private static readonly Dictionary<RfcAction, Transition> All = new()
    {
        [RfcAction.Assign] = new(RfcState.Draft, RfcState.Proposed, RfcRule.Number, "given a number"),
        [RfcAction.SignOff] = new(RfcState.Proposed, RfcState.Proposed, RfcRule.SignOff, "signed off"),
        [RfcAction.Withdraw] = new(RfcState.Proposed, RfcState.Proposed, RfcRule.SignOff, "freed of a sign-off"),
        [RfcAction.OpenPeriod] = new(RfcState.Proposed, RfcState.FinalCommentPeriod, RfcRule.Consent, "put into its final comment period"),
        [RfcAction.CancelPeriod] = new(RfcState.FinalCommentPeriod, RfcState.Proposed, RfcRule.Cancel, "put back to discussion"),
        [RfcAction.Accept] = new(RfcState.FinalCommentPeriod, RfcState.Active, RfcRule.Decision, "accepted"),
        [RfcAction.Close] = new(RfcState.FinalCommentPeriod, RfcState.Closed, RfcRule.Decision, "closed"),
        [RfcAction.Postpone] = new(RfcState.FinalCommentPeriod, RfcState.Postponed, RfcRule.Decision, "postponed"),
        [RfcAction.Reopen] = new(RfcState.Postponed, RfcState.Proposed, RfcRule.Reopen, "reopened"),
        [RfcAction.Implement] = new(RfcState.Active, RfcState.Implemented, RfcRule.Implement, "marked as implemented"),
    };

    internal static Transition Of(RfcAction action) => All[action];

    /// <summary>Whether actions lead from one state to the other, however many.</summary>
    internal static bool Leads(RfcState from, RfcState to)
    {
        var reached = new HashSet<RfcState> { from };
        while (All.Values.Any(step => reached.Contains(step.From) && reached.Add(step.To)))
        {
        }

        return reached.Contains(to);
    }

    /// <summary>Says what can be done in a state, for who tried something else.</summary>
    internal static string NextOf(Rfc rfc)
    {
        string number = rfc.Name.Number > 0 ? Names.Of(rfc.Name.Number) : "NUMBER";
        return rfc.State switch
        {
            RfcState.Draft => $"'ferrite rfc assign {rfc.Name} NUMBER' proposes it.",
            RfcState.Proposed => $"Members sign off by 'ferrite rfc sign-off {number} MEMBER'; then 'ferrite rfc fcp {number}' opens its final comment period.",
            RfcState.FinalCommentPeriod => $"'ferrite rfc status {number}' tells when its final comment period ends; 'ferrite rfc fcp {number} --cancel REASON' cancels it.",
            RfcState.Active => $"'ferrite rfc implement {number}' is what is left to do. To change what it says, propose a new RFC.",
            RfcState.Implemented => "Its life is over. To change what it says, propose a new RFC.",
            RfcState.Closed => "Its life is over. Propose a new RFC that answers why it was closed.",
            RfcState.Postponed => $"'ferrite rfc reopen {number}' proposes it again.",
            _ => "'ferrite rfc check' tells what is wrong with it.",
        };
    }
}
