namespace Ferrite.Mapping.Tests.Stress;

/// <summary>Judges what was read; see the races for what they can decide.</summary>
internal abstract class Judge
{
    /// <summary>Taken before an access, and handed in after it.</summary>
    internal abstract long Before();

    internal abstract void After(long before, string kind, long offset, ReadOnlySpan<byte> bytes);
}
