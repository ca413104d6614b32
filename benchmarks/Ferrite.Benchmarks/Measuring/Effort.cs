namespace Ferrite.Benchmarks.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="PerCase">Rounds go on for so long; without the warm-up.</param>
/// <param name="FewestRounds">Rounds to make even if they take longer.</param>
internal sealed record Effort(TimeSpan PerCase, int FewestRounds)
{
    /// <summary>A contender that would take longer than this for a whole pass makes fewer operations a call.</summary>
    internal static readonly TimeSpan LongestCall = TimeSpan.FromMilliseconds(8);

    internal static readonly Effort Quick = new(TimeSpan.FromSeconds(2.5), 15);

    internal static readonly Effort Full = new(TimeSpan.FromSeconds(15), 51);
}
