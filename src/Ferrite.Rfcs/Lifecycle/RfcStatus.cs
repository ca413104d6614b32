using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Lifecycle;

/// <summary>How far an RFC is, on a day.</summary>
internal sealed record RfcStatus(Rfc Rfc, Team? Team, DateOnly Today)
{
    /// <summary>The members who have not signed off; null in states where that is over, or not begun.</summary>
    internal IReadOnlyList<string>? Missing => Rfc.State == RfcState.Proposed && Team is not null
        ? [.. RfcMoves.Missing(Team, Rfc.SignOffs ?? [], Today)]
        : null;

    /// <summary>The first day on which it can be decided; null without a final comment period.</summary>
    internal DateOnly? PeriodEnd => Rfc is { State: RfcState.FinalCommentPeriod, FcpStart: { } start } ? RfcMoves.PeriodEnd(start) : null;

    /// <summary>Of the final comment period, today included; null without one.</summary>
    internal int? DaysLeft => PeriodEnd is { } end ? Math.Max(0, end.DayNumber - Today.DayNumber) : null;

    /// <summary>A sentence on what comes next.</summary>
    internal string Next => Rfc.State switch
    {
        RfcState.FinalCommentPeriod when DaysLeft is { } left => $"{Rfc.Document.Get(Documents.RfcField.Disposition)} since {Names.Of(Rfc.FcpStart!.Value)}: "
            + (left > 0 ? $"{left} {(left == 1 ? "day" : "days")} left, to be decided from {Names.Of(PeriodEnd!.Value)}" : $"over since {Names.Of(PeriodEnd!.Value)}, to be decided"),
        RfcState.Proposed when Missing is { Count: > 0 } missing => $"not signed off by {RfcMoves.People(missing)}",
        RfcState.Proposed when Missing is not null => "signed off by all: its final comment period can open",
        RfcState.Active => $"tracked by {Rfc.Document.Get(Documents.RfcField.Tracking) ?? "nothing"}",
        _ => "",
    };
}
