using System.Buffers.Binary;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>
/// The checksum of zip archives, CRC-32 of ISO/IEC 3309 (APPNOTE 4.4.7), eight bytes at a time. The BCL cuts an entry at the length that its
/// header declares, and checks no sum: without it, what is cut would pass for whole.
/// </summary>
internal static class Crc32
{
    /// <summary>0x04C11DB7, its bits reversed.</summary>
    private const uint Polynomial = 0xEDB88320;

    private const int Slices = 8;
    private const int Values = 256;

    private static readonly uint[] Table = MakeTable();

    /// <param name="sum">Of the bytes before; 0 at first.</param>
    /// <param name="bytes">More.</param>
    internal static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        uint crc = ~sum;
        uint[] table = Table;
        while (bytes.Length >= Slices)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[(7 * Values) + (low & 0xFF)] ^ table[(6 * Values) + ((low >> 8) & 0xFF)]
                ^ table[(5 * Values) + ((low >> 16) & 0xFF)] ^ table[(4 * Values) + (low >> 24)]
                ^ table[(3 * Values) + (high & 0xFF)] ^ table[(2 * Values) + ((high >> 8) & 0xFF)]
                ^ table[Values + ((high >> 16) & 0xFF)] ^ table[high >> 24];
            bytes = bytes[Slices..];
        }

        foreach (byte b in bytes)
        {
            crc = (crc >> 8) ^ table[(crc ^ b) & 0xFF];
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[Slices * Values];
        for (uint i = 0; i < Values; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            }

            table[i] = crc;
        }

        for (int i = Values; i < table.Length; i++)
        {
            table[i] = (table[i - Values] >> 8) ^ table[table[i - Values] & 0xFF];
        }

        return table;
    }
}
