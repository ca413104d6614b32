namespace Ferrite.Const.Generator.Evaluation;

/// <summary>What an evaluation may take: MIR steps, calls within calls, and bytes allocated in all.</summary>
internal sealed record Limits(long Steps, int Depth, long Bytes)
{
    public static Limits Default { get; } = new(100_000_000, 2_000, 256L << 20);
}
