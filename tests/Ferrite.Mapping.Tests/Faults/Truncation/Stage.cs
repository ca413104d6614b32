namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>A stage of the file's life, in one word, which is read and written whole: a number that counts up, the length, the kind.</summary>
internal readonly record struct Stage(long Word)
{
    private const int KindBits = 2;
    private const int LengthBits = 30;

    internal StageKind Kind => (StageKind)(Word & ((1 << KindBits) - 1));

    /// <summary>Bytes of the file, while it is stable.</summary>
    internal long Length => (Word >> KindBits) & ((1 << LengthBits) - 1);

    internal bool IsStable => Kind != StageKind.Changing;

    /// <summary>Where the file's last page ends: behind it there is nothing to be had.</summary>
    internal long EndOfLastPage => (Length + MappedFile.PageSize - 1) / MappedFile.PageSize * MappedFile.PageSize;

    internal Stage Next(StageKind kind, long length) =>
        new((((Word >> (KindBits + LengthBits)) + 1) << (KindBits + LengthBits)) | (length << KindBits) | (long)kind);
}
