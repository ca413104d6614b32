namespace Ferrite.Handles.Internal.Archives;

/// <summary>An entry is not to be extracted. Never leaves the extraction.</summary>
internal sealed class EntryRefusedException(RefusalReason reason, string why) : Exception(why)
{
    internal RefusalReason Reason { get; } = reason;

    /// <summary>Whether nothing after it is to be extracted either.</summary>
    internal bool Stops => Reason is RefusalReason.TotalTooLong or RefusalReason.TooManyEntries;
}
