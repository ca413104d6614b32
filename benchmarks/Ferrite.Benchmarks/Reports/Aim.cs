namespace Ferrite.Benchmarks.Reports;

/// <summary>Something that was promised, and what came out.</summary>
/// <param name="What">In words, the bound included.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Met">Whether it is within the bound.</param>
internal sealed record Aim(string What, string Measured, bool Met)
{
    internal string Verdict => Met ? "met" : "missed";
}
