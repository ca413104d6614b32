namespace Ferrite.Mapping.Tests.Access;

/// <summary>A method that takes a range: how to call it on a file whose bytes are those of a model.</summary>
/// <param name="Name">The member of the public surface; behind a comma, of what.</param>
/// <param name="Lengths">What its length is.</param>
/// <param name="Call">Calls it, and compares with the model what it did. The file is to be left as it was.</param>
/// <param name="Size">The length, where that is a value's.</param>
internal sealed record RangeMethod(string Name, RangeLengths Lengths, Action<MappedFile, byte[], long, long> Call, int Size = 1)
{
    /// <summary>Bytes of the file.</summary>
    internal static long FileLength { get; } = MappedFile.PageSize + 100;

    /// <summary>Where ranges have to end.</summary>
    internal long Total { get; init; } = FileLength;

    /// <summary>Whether its exception names offset, length and total; else it counts something else than bytes.</summary>
    internal bool NamesBytes { get; init; } = true;

    /// <summary>The member alone.</summary>
    internal string Member => Name.Split(',')[0];
}
