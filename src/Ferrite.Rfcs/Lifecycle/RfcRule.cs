namespace Ferrite.Rfcs.Lifecycle;

/// <summary>A rule of the process, that a refusal names.</summary>
/// <param name="Id">As docs/ferrite-rfc.md lists it.</param>
/// <param name="Text">A sentence.</param>
internal sealed record RfcRule(string Id, string Text)
{
    internal static readonly RfcRule Number = new("number", "An RFC gets its number once, when it is proposed, and no two have the same.");
    internal static readonly RfcRule NoOverwrite = new("no-overwrite", "No file is ever written over: a new name needs to be free.");
    internal static readonly RfcRule SubTeam = new("sub-team", "Each RFC belongs to one sub-team of teams.md, whose members decide on it.");
    internal static readonly RfcRule SignOff = new("sign-off", "Members of the RFC's sub-team sign off, each once, while it is proposed.");
    internal static readonly RfcRule Consent = new("consent", "A final comment period opens when all members of the sub-team have signed off a proposed RFC.");
    internal static readonly RfcRule Cancel = new("cancel", "A substantial new argument cancels a final comment period, and the RFC is proposed again.");
    internal static readonly RfcRule Decision = new("decision", "An RFC is accepted, closed or postponed at the end of its final comment period, never without one.");
    internal static readonly RfcRule TenDays = new("ten-days", "A final comment period lasts ten calendar days, so that it is open for at least five business days.");
    internal static readonly RfcRule OneDisposition = new("disposition", "A final comment period is for one disposition: merge, close or postpone. To decide otherwise, cancel it and open another.");
    internal static readonly RfcRule Tracking = new("tracking", "Every accepted RFC has an issue that tracks its implementation.");
    internal static readonly RfcRule Reopen = new("reopen", "A postponed RFC can be reopened when the time is right; a closed one is answered by a new RFC.");
    internal static readonly RfcRule Implement = new("implement", "Only an active RFC is implemented.");

    internal static IReadOnlyList<RfcRule> All { get; } =
        [Number, NoOverwrite, SubTeam, SignOff, Consent, Cancel, Decision, TenDays, OneDisposition, Tracking, Reopen, Implement];
}
