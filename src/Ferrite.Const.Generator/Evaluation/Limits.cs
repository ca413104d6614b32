namespace Ferrite.Const.Generator.Evaluation;

/// <summary>What an evaluation may take: MIR steps, calls within calls, and bytes allocated in all.</summary>
internal sealed record Limits(long Steps, int Depth, long Bytes)
{
    // The runtime clears a large array in one go, and can't be canceled meanwhile: 128 MiB take some 60 ms.
    public static Limits Default { get; } = new(100_000_000, 2_000, 128L << 20);
}
