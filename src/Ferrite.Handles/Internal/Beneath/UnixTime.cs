namespace Ferrite.Handles.Internal.Beneath;

/// <summary>Times of Unix's file systems.</summary>
internal static class UnixTime
{
    private const long NanosecondsPerTick = 100;

    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>File systems keep whatever they are told: what lies outside the years 1 to 9999 is the nearest of these.</summary>
    internal static DateTimeOffset ToDateTime(long seconds, long nanoseconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, First, Last)).AddTicks(nanoseconds / NanosecondsPerTick);
}
