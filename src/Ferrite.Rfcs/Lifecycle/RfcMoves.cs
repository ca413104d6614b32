using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Lifecycle;

/// <summary>The actions, on documents alone: each returns the document as it is afterwards, or is refused by the rule that forbids it.</summary>
internal sealed class RfcMoves(TeamsFile teams, DateOnly today)
{
    /// <summary>Calendar days of a final comment period, the first included.</summary>
    internal const int PeriodDays = 10;

    /// <summary>The first day on which an RFC can be decided.</summary>
    internal static DateOnly PeriodEnd(DateOnly start) => start.AddDays(PeriodDays);

    internal RfcDocument Assign(Rfc rfc, int number, string? team)
    {
        RfcDocument document = Enter(rfc, RfcAction.Assign);
        string? name = team ?? rfc.Team;
        Team known = teams.Find(name) ?? throw new RefusedException(
            name is null ? $"{rfc.Label} names no sub-team. Write it in its header, or add '--team NAME'." : $"There is no sub-team '{name}' in teams.md.", RfcRule.SubTeam);
        return document.With(RfcField.Number, Names.Of(number)).With(RfcField.Team, known.Name);
    }

    internal RfcDocument SignOff(Rfc rfc, string member)
    {
        RfcDocument document = Enter(rfc, RfcAction.SignOff);
        Team team = TeamOf(rfc);
        string name = team.MembersOn(today).FirstOrDefault(known => known.Equals(Names.Member(member), StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException($"@{Names.Member(member)} is no member of sub-team '{team.Name}': {People(team.MembersOn(today))}.", RfcRule.SignOff);
        IReadOnlyList<SignOff> signed = SignOffsOf(rfc);
        return HasSigned(signed, name)
            ? throw new RefusedException($"@{name} has signed off {rfc.Label} already.", RfcRule.SignOff)
            : document.With(RfcField.SignOffs, Model.SignOff.Format([.. signed, new SignOff(name, today)]));
    }

    internal RfcDocument Withdraw(Rfc rfc, string member)
    {
        RfcDocument document = Enter(rfc, RfcAction.Withdraw);
        string name = Names.Member(member);
        SignOff[] signed = [.. SignOffsOf(rfc)];
        SignOff[] left = [.. signed.Where(one => !one.Member.Equals(name, StringComparison.OrdinalIgnoreCase))];
        return left.Length < signed.Length
            ? document.With(RfcField.SignOffs, Model.SignOff.Format(left)).Add(RfcField.History, $"{Names.Of(today)} sign-off withdrawn: {Model.SignOff.Format(signed.Except(left))}")
            : throw new RefusedException($"@{name} has not signed off {rfc.Label}.", RfcRule.SignOff);
    }

    internal RfcDocument OpenPeriod(Rfc rfc, Disposition disposition)
    {
        RfcDocument document = Enter(rfc, RfcAction.OpenPeriod);
        string[] missing = [.. Missing(TeamOf(rfc), SignOffsOf(rfc), today)];
        return missing.Length > 0
            ? throw new RefusedException($"{rfc.Label} lacks the sign-off of {People(missing)}.", RfcRule.Consent)
            : document.With(RfcField.Disposition, Names.Of(disposition)).With(RfcField.FcpStart, Names.Of(today));
    }

    internal RfcDocument CancelPeriod(Rfc rfc, string reason)
    {
        RfcDocument document = Enter(rfc, RfcAction.CancelPeriod);
        return RfcHistory.Clear(document, $"{Names.Of(today)} final comment period cancelled ({RfcHistory.Of(rfc)}): {RfcHistory.OneLine(reason)}");
    }

    internal RfcDocument Decide(Rfc rfc, RfcAction action, string? tracking)
    {
        RfcDocument document = Enter(rfc, action);
        Disposition wanted = action switch
        {
            RfcAction.Accept => Disposition.Merge,
            RfcAction.Close => Disposition.Close,
            _ => Disposition.Postpone,
        };
        DateOnly end = PeriodEnd(rfc.FcpStart
            ?? throw new RfcException($"{rfc.Label}: its '{RfcField.FcpStart}' is no date such as 2026-01-31. 'ferrite rfc check' tells the rest."));
        if (rfc.Disposition != wanted)
        {
            throw new RefusedException($"The final comment period of {rfc.Label} is for '{rfc.Document.Get(RfcField.Disposition)}', not for '{Names.Of(wanted)}'.", RfcRule.OneDisposition);
        }

        if (today < end)
        {
            int left = end.DayNumber - today.DayNumber;
            throw new RefusedException($"The final comment period of {rfc.Label} ends on {Names.Of(end)}, in {left} {(left == 1 ? "day" : "days")}.", RfcRule.TenDays);
        }

        document = tracking is null ? document : document.With(RfcField.Tracking, RfcHistory.OneLine(tracking));
        return action == RfcAction.Accept && document.Get(RfcField.Tracking) is null
            ? throw new RefusedException($"{rfc.Label} names no issue. Write '{RfcField.Tracking}' in its header, or add '--tracking ISSUE'.", RfcRule.Tracking)
            : document.With(RfcField.Decided, Names.Of(today));
    }

    internal RfcDocument Reopen(Rfc rfc)
    {
        RfcDocument document = Enter(rfc, RfcAction.Reopen);
        return RfcHistory.Clear(document, $"{Names.Of(today)} reopened ({RfcHistory.Of(rfc)})");
    }

    internal static RfcDocument Implement(Rfc rfc) => Enter(rfc, RfcAction.Implement);

    /// <summary>The members of a day who have not signed off.</summary>
    internal static IEnumerable<string> Missing(Team team, IReadOnlyList<SignOff> signed, DateOnly day) =>
        team.MembersOn(day).Where(member => !HasSigned(signed, member));

    internal static string People(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"@{name}"));

    private static bool HasSigned(IReadOnlyList<SignOff> signed, string member) =>
        signed.Any(one => one.Member.Equals(member, StringComparison.OrdinalIgnoreCase));

    private static RfcDocument Enter(Rfc rfc, RfcAction action)
    {
        Transition transition = Transition.Of(action);
        RfcState state = rfc.State ?? throw new RfcException($"{rfc.Label}: its '{RfcField.State}' is none that there is. 'ferrite rfc check' tells the rest.");
        return state == transition.From
            ? rfc.Document.With(RfcField.State, Names.Of(transition.To))
            : throw new RefusedException($"{rfc.Label} is {StateText(state)}, and can't be {transition.Deed}. {Transition.NextOf(rfc)}", transition.Rule);
    }

    private static string StateText(RfcState state) => state switch
    {
        RfcState.Draft => "a draft",
        RfcState.FinalCommentPeriod => "in its final comment period",
        _ => Names.Of(state),
    };

    private Team TeamOf(Rfc rfc) => teams.Find(rfc.Team)
        ?? throw new RefusedException($"The sub-team of {rfc.Label}, '{rfc.Team}', is not in teams.md.", RfcRule.SubTeam);

    private static IReadOnlyList<SignOff> SignOffsOf(Rfc rfc) => rfc.SignOffs
        ?? throw new RfcException($"{rfc.Label}: its '{RfcField.SignOffs}' is not '@name 2026-01-31, @name 2026-02-01'.");
}
