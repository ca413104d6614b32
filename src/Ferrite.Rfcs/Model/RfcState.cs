namespace Ferrite.Rfcs.Model;

/// <summary>Where in its life an RFC is.</summary>
internal enum RfcState
{
    /// <summary>Written, not submitted; it has no number yet.</summary>
    Draft,

    /// <summary>Submitted and discussed; the sub-team signs off.</summary>
    Proposed,

    /// <summary>The sub-team means to decide, and everybody has ten days to object.</summary>
    FinalCommentPeriod,

    /// <summary>Accepted; it may be implemented.</summary>
    Active,

    Implemented,

    /// <summary>Rejected.</summary>
    Closed,

    /// <summary>Rejected for now.</summary>
    Postponed,
}
