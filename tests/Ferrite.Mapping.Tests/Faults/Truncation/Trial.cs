namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>One access: where, with what, and what came of it. Filled in only where the access did not throw.</summary>
internal sealed class Trial
{
    /// <summary>First what is to be written, then what was seen, from <see cref="Offset"/> on.</summary>
    internal readonly byte[] Buffer = new byte[Pattern.FileLength];

    internal required Pattern Pattern { get; init; }

    /// <summary>The part of the file that no other thread writes.</summary>
    internal required Range Own { get; init; }

    internal long Offset { get; set; }

    internal int Length { get; set; }

    /// <summary>Changes with every write, so that one that was lost is missed.</summary>
    internal ushort Tag { get; set; }

    /// <summary>Vector code found a difference: the buffer is what was there afterwards.</summary>
    internal bool SawDifference { get; set; }

    internal Span<byte> Bytes => Buffer.AsSpan(0, Length);

    internal void PickRange(Random random, bool own)
    {
        (int first, int length) = own ? Own.GetOffsetAndLength(Pattern.FileLength) : (0, Pattern.FileLength);
        SawDifference = false;
        Length = 1 + random.Next(random.Next(3) == 0 ? length : 9000);
        Length = Math.Min(Length, length);
        Offset = first + random.Next(length - Length + 1);
    }
}
