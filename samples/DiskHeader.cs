using System.Diagnostics;
using System.Runtime.InteropServices;
using Ferrite.Const;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// A file's header whose offsets are computed, and whose layout is checked, while the program is compiled; then it is mapped.
/// <c>dotnet run --project samples -- header /tmp/table</c>
/// </summary>
internal static partial class DiskHeader
{
    private const int Sector = 512;

    internal static int Run(string path)
    {
        using MappedFile file = MappedFile.Create(path, FileSize);
        file.Write(MagicOffset, Magic);
        file.Write(NameOffset, new Name());
        file.Write(CountOffset, 3);
        file.Write(DataOffset, 42L);
        file.Flush(FlushLevel.Durable);
        Console.WriteLine($"magic at {MagicOffset}, name at {NameOffset}, count at {CountOffset}, header of {HeaderSize}, data at {DataOffset}, file of {FileSize}");
        Console.WriteLine($"{file.Read<uint>(MagicOffset):x8} {file.Read<int>(CountOffset)} {file.Read<long>(DataOffset)}");
        return 0;
    }

    /// <summary>Where a field of a size begins, after what ends at an offset.</summary>
    [ConstFn]
    private static int After(int end, int alignment)
    {
        Debug.Assert(alignment > 0 && (alignment & (alignment - 1)) == 0, "alignments are powers of two");
        return checked(end + alignment - 1) & -alignment;
    }

    /// <summary>Four characters as the file has them.</summary>
    [ConstEval("Magic")]
    private static uint ComputeMagic()
    {
        uint magic = 0;
        foreach (char c in "FRRT")
        {
            magic = (magic >> 8) | ((uint)c << 24);
        }

        return magic;
    }

    [ConstEval("MagicOffset")]
    private static int ComputeMagicOffset() => 0;

    [ConstEval("NameOffset")]
    private static int ComputeNameOffset() => After(MagicOffset + sizeof(uint), 1);

    [ConstEval("CountOffset")]
    private static int ComputeCountOffset() => After(NameOffset + NameLength, sizeof(int));

    [ConstEval("NameLength")]
    private static int ComputeNameLength() => 27;

    [ConstEval("HeaderSize")]
    private static int ComputeHeaderSize() => After(CountOffset + sizeof(int), 8);

    [ConstEval("DataOffset")]
    private static int ComputeDataOffset() => HeaderSize <= Sector ? Sector : throw new InvalidOperationException("the header wants to be one sector, which a disk writes at once");

    [ConstEval("FileSize")]
    private static int ComputeFileSize() => After(DataOffset + (3 * sizeof(long)), 4096);

    /// <summary>The name's bytes: as many as the constant says.</summary>
    [System.Runtime.CompilerServices.InlineArray(NameLength)]
    [StructLayout(LayoutKind.Auto)]
    private struct Name
    {
        private byte _first;
    }
}
