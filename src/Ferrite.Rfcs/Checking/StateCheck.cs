using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>The state is one that there is, and the header shows the way to it: sign-offs, period, decision, tracking.</summary>
internal static class StateCheck
{
    internal static void Run(CheckSession session, Rfc rfc)
    {
        if (rfc.State is not { } state)
        {
            if (rfc.Document.Find(RfcField.State) is { Value: var text })
            {
                session.Add(rfc, RfcField.State, CheckRule.State, $"'{text}' is no state: {string.Join(", ", Enum.GetValues<RfcState>().Select(Names.Of))}.");
            }

            return;
        }

        if (state == RfcState.Draft && rfc.Name.Number > 0)
        {
            session.Add(rfc, RfcField.State, CheckRule.State, "A draft has no number: 'ferrite rfc assign' gives it one, and proposes it.");
        }
        else if (state != RfcState.Draft && rfc.Name.Number == 0)
        {
            session.Add(rfc, RfcField.State, CheckRule.State, $"What has no number is a draft, not {Names.Of(state)}.");
        }

        Team? team = session.Teams.Find(rfc.Team);
        if (team is null && (rfc.Team is not null || state != RfcState.Draft))
        {
            session.Add(rfc, RfcField.Team, CheckRule.Team, rfc.Team is null ? "It names no sub-team." : $"There is no sub-team '{rfc.Team}' in teams.md.");
        }

        CheckSignOffs(session, rfc, team, state);
        bool isPastFcp = state > RfcState.FinalCommentPeriod;
        CheckAbsence(session, rfc, RfcField.Disposition, state >= RfcState.FinalCommentPeriod);
        CheckAbsence(session, rfc, RfcField.FcpStart, state >= RfcState.FinalCommentPeriod);
        CheckAbsence(session, rfc, RfcField.Decided, isPastFcp);
        if (isPastFcp)
        {
            CheckDecision(session, rfc, state);
        }
    }

    /// <summary>A field is there exactly in the states that have it.</summary>
    private static void CheckAbsence(CheckSession session, Rfc rfc, string field, bool isDue)
    {
        if (rfc.Document.Get(field) is null == isDue)
        {
            string state = Names.Of(rfc.State!.Value);
            session.Add(rfc, isDue ? RfcField.State : field, CheckRule.Period, isDue
                ? $"It is {state}, and has no '{field}': its final comment period was left out."
                : $"It is {state}, and has '{field}', which comes later.");
        }
    }

    private static void CheckSignOffs(CheckSession session, Rfc rfc, Team? team, RfcState state)
    {
        IReadOnlyList<SignOff> signed = rfc.SignOffs ?? [];
        if (state == RfcState.Draft && signed.Count > 0)
        {
            session.Add(rfc, RfcField.SignOffs, CheckRule.SignOff, "Nobody signs off a draft.");
        }

        foreach (SignOff one in signed)
        {
            if (team is not null && !team.Has(one.Member, one.Date))
            {
                session.Add(rfc, RfcField.SignOffs, CheckRule.SignOff, $"@{one.Member} was no member of sub-team '{team.Name}' on {Names.Of(one.Date)}.");
            }

            if (one.Date > (rfc.FcpStart ?? session.Today))
            {
                session.Add(rfc, RfcField.SignOffs, CheckRule.SignOff, $"@{one.Member} signed off on {Names.Of(one.Date)}, after {(rfc.FcpStart is null ? "today" : "the final comment period began")}.");
            }
        }

        if (state >= RfcState.FinalCommentPeriod && team is not null && rfc.FcpStart is { } start && RfcMoves.Missing(team, signed, start).ToList() is { Count: > 0 } missing)
        {
            session.Add(rfc, RfcField.SignOffs, CheckRule.SignOff,
                $"{RfcMoves.People(missing)} had not signed off when the final comment period began. Who joined later is written '- @name, since DATE' in teams.md.");
        }
    }

    private static void CheckDecision(CheckSession session, Rfc rfc, RfcState state)
    {
        Disposition expected = state switch
        {
            RfcState.Closed => Disposition.Close,
            RfcState.Postponed => Disposition.Postpone,
            _ => Disposition.Merge,
        };
        if (rfc.Disposition is { } disposition && disposition != expected)
        {
            session.Add(rfc, RfcField.Disposition, CheckRule.State, $"It is {Names.Of(state)}, but its final comment period was for '{Names.Of(disposition)}'.");
        }

        if (rfc.FcpStart is { } start && Names.Date(rfc.Document.Get(RfcField.Decided)) is { } decided && decided < RfcMoves.PeriodEnd(start))
        {
            session.Add(rfc, RfcField.Decided, CheckRule.Period, $"It was decided before {Names.Of(RfcMoves.PeriodEnd(start))}, when its {RfcMoves.PeriodDays} days were over.");
        }

        if (expected == Disposition.Merge && rfc.Document.Get(RfcField.Tracking) is null)
        {
            session.Add(rfc, RfcField.Tracking, CheckRule.Tracking, RfcRule.Tracking.Text);
        }
    }
}
