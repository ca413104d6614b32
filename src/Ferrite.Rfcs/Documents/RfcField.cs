namespace Ferrite.Rfcs.Documents;

/// <summary>The fields of a header, in the order in which they stand there.</summary>
internal static class RfcField
{
    internal const string FeatureName = "Feature Name";
    internal const string StartDate = "Start Date";
    internal const string Number = "RFC Number";
    internal const string State = "State";
    internal const string Team = "Sub-team";
    internal const string SignOffs = "Sign-offs";
    internal const string Disposition = "FCP Disposition";
    internal const string FcpStart = "FCP Start";
    internal const string Decided = "Decided";
    internal const string Tracking = "Tracking";

    /// <summary>What a cancelled period or a reopened RFC had in the fields above; one line each time.</summary>
    internal const string History = "History";

    internal static IReadOnlyList<string> InOrder { get; } =
        [FeatureName, StartDate, Number, State, Team, SignOffs, Disposition, FcpStart, Decided, Tracking, History];

    /// <summary>Those that every header has, empty or not.</summary>
    internal static IReadOnlyList<string> Required { get; } = [FeatureName, StartDate, Number, State, Team];
}
