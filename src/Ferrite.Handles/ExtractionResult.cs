namespace Ferrite.Handles;

/// <summary>What an extraction did, and what it refused to do. Immutable.</summary>
public sealed class ExtractionResult
{
    internal ExtractionResult(IReadOnlyList<ExtractedEntry> extracted, IReadOnlyList<RefusedEntry> refused)
    {
        Extracted = extracted;
        Refused = refused;
        Length = extracted.Sum(static entry => entry.Length);
    }

    /// <summary>In the archive's order.</summary>
    public IReadOnlyList<ExtractedEntry> Extracted { get; }

    /// <summary>In the archive's order.</summary>
    public IReadOnlyList<RefusedEntry> Refused { get; }

    /// <summary>Bytes that were written and kept.</summary>
    public long Length { get; }

    /// <summary>Whether nothing was refused.</summary>
    public bool IsComplete => Refused.Count == 0;

    /// <summary>For who takes an archive whole or not at all. What was extracted stays.</summary>
    /// <exception cref="InvalidDataException">Something was refused; the message names the first.</exception>
    public void ThrowIfRefused()
    {
        if (!IsComplete)
        {
            throw new InvalidDataException(Refused.Count == 1 ? Refused[0].Message : $"{Refused[0].Message} (and {Refused.Count - 1} more)");
        }
    }
}
