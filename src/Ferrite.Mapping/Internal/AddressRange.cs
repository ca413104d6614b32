namespace Ferrite.Mapping.Internal;

/// <summary>
/// Reserved addresses of one region: a header, then at <see cref="Base"/> <see cref="Capacity"/> bytes of data.
/// </summary>
/// <param name="Start">The first reserved byte: what is given back to the OS starts here.</param>
/// <param name="Size">Reserved bytes from <paramref name="Start"/> on.</param>
/// <param name="Base">The first byte of data.</param>
/// <param name="Header">Where the state word lies: on Unix <see cref="RegionHeader.Distance"/> bytes below <paramref name="Base"/>.</param>
internal readonly unsafe record struct AddressRange(nint Start, nuint Size, nint Base, nint Header)
{
    internal long Capacity => (long)Size - (long)(Base - Start);

    internal byte* BasePointer => (byte*)Base;
}
