using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ferrite.Handles.Internal.Archives;

namespace Ferrite.Handles.Tests.Archives;

/// <summary>Zip archives that no writer writes: APPNOTE 4.3.7, 4.3.12 and 4.3.16 by hand.</summary>
internal static class ZipBytes
{
    private const uint Central = 0x02014b50;
    private const int LengthOffset = 24;

    /// <summary>The first entry of the central directory, and its own header, say that it has so many bytes.</summary>
    internal static void DeclareLength(byte[] zip, uint length)
    {
        byte[] signature = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, Central);
        int at = zip.AsSpan().IndexOf(signature);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + LengthOffset), length);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(22), length);
    }

    /// <summary>Many names for one compressed content.</summary>
    internal static byte[] Overlapping(int entries, byte[] content)
    {
        var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        byte[] data = compressed.ToArray();
        var zip = new MemoryStream();
        using var writer = new BinaryWriter(zip);
        writer.Write("PK\x3\x4"u8);
        WriteCommon(writer, data.Length, content);
        writer.Write("0000"u8);
        writer.Write(data);
        long directory = zip.Position;
        for (int i = 0; i < entries; i++)
        {
            writer.Write("PK\x1\x2"u8);
            writer.Write((ushort)20);
            WriteCommon(writer, data.Length, content);
            writer.Write(new byte[14]);
            writer.Write(Encoding.ASCII.GetBytes(i.ToString("d4", CultureInfo.InvariantCulture)));
        }

        long end = zip.Position;
        writer.Write("PK\x5\x6"u8);
        writer.Write(0);
        writer.Write((ushort)entries);
        writer.Write((ushort)entries);
        writer.Write((uint)(end - directory));
        writer.Write((uint)directory);
        writer.Write((ushort)0);
        return zip.ToArray();
    }

    /// <summary>What both headers have: versions, method, time, CRC, lengths, of the name and of nothing more.</summary>
    private static void WriteCommon(BinaryWriter writer, int compressed, byte[] content)
    {
        writer.Write((ushort)20);
        writer.Write((ushort)0);
        writer.Write((ushort)8);
        writer.Write(0x21_0000 << 8);
        writer.Write(Crc32.Append(0, content));
        writer.Write((uint)compressed);
        writer.Write((uint)content.Length);
        writer.Write((ushort)4);
        writer.Write((ushort)0);
    }
}
