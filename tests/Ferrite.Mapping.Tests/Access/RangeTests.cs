namespace Ferrite.Mapping.Tests.Access;

/// <summary>Outside the file is an exception that names offset, length and total, however the range is chosen. No sum overflows.</summary>
public sealed class RangeTests : FileTests
{
    private const int Total = 10_000;

    public static TheoryData<long, long> Outside => new()
    {
        { Total, 8 },
        { Total - 7, 8 },
        { Total + 1, 0 },
        { -1, 0 },
        { -1, 8 },
        { -8, 8 },
        { long.MinValue, 8 },
        { long.MaxValue, 0 },
        { long.MaxValue, 1 },
        { long.MaxValue - 7, 8 },
        { long.MaxValue - 6, 8 },
        { 0, Total + 1 },
        { 1, Total },
        { 0, -1 },
        { Total, -1 },
        { 0, long.MinValue },
        { 0, long.MaxValue },
        { 1, long.MaxValue },
        { Total, long.MaxValue },
        { long.MaxValue, long.MaxValue },
        { long.MinValue, long.MinValue },
        { long.MinValue, long.MaxValue },
        { -1, long.MinValue },
    };

    [Theory]
    [MemberData(nameof(Outside))]
    public void A_range_outside_is_refused_by_name(long offset, long length)
    {
        using MappedFile file = MappedFile.Open(FileOf(Total), MapMode.ReadWrite);

        Refused(() => file.GetView(offset, length).Dispose(), offset, length);
        Refused(() => file.GetWritableView(offset, length).Dispose(), offset, length);
        Refused(() => file.Flush(offset, length), offset, length);
        if (length is >= int.MinValue and <= int.MaxValue)
        {
            Refused(() => file.Read(offset, (int)length, static span => span.Length), offset, length);
            Refused(() => file.Read(offset, (int)length, 0, static (span, _) => span.Length), offset, length);
        }

        if (length is >= 0 and < int.MaxValue)
        {
            Refused(() => file.CopyTo(offset, new byte[length]), offset, length);
            Refused(() => file.Write(offset, new byte[length]), offset, length);
        }
    }

    [Theory]
    [InlineData(Total - 7)]
    [InlineData(Total)]
    [InlineData(-1)]
    [InlineData(-8)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MaxValue - 7)]
    [InlineData(long.MinValue)]
    public void A_value_that_is_not_all_inside_is_refused_by_name(long offset)
    {
        using MappedFile file = MappedFile.Open(FileOf(Total), MapMode.ReadWrite);

        Refused(() => file.Read<long>(offset), offset, sizeof(long));
        Refused(() => file.Write(offset, 1L), offset, sizeof(long));
        Refused(() => file.Read<Guid>(offset), offset, 16);
        Refused(() => file.Write(offset, Guid.Empty), offset, 16);
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public void A_part_of_a_view_is_counted_from_its_beginning(long start, long length)
    {
        using MappedFile file = MappedFile.Open(FileOf(3 * Total), MapMode.ReadWrite);

        Refused(() => Slice(file, start, length), start, length);
        Refused(() => WritableSlice(file, start, length), start, length);
        if (length == sizeof(long))
        {
            Refused(() => ReadFromView(file, start), start, length);
            Refused(() => WriteToView(file, start), start, length);
        }
    }

    [Fact]
    public void Every_offset_is_readable_up_to_the_last_that_fits()
    {
        byte[] content = Bytes.Of(200);
        using MappedFile file = MappedFile.Open(FileOf(content.Length), MapMode.ReadWrite);
        for (int offset = 0; offset <= content.Length - sizeof(long); offset++)
        {
            Assert.Equal(BitConverter.ToInt64(content, offset), file.Read<long>(offset));
            file.Write(offset, file.Read<long>(offset));
        }

        Assert.Equal(content, file.Read(0, content.Length, static span => span.ToArray()));
        file.GetView(content.Length, 0).Dispose();
        file.CopyTo(content.Length, []);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_chunk_has_at_least_one_byte(int size)
    {
        using MappedFile file = MappedFile.Open(FileOf(200), MapMode.ReadWrite);

        Assert.Throws<ArgumentOutOfRangeException>(() => file.Chunks(size));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.WritableChunks(size));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.ReadChunks(size));
    }

    private static void Refused(Action use, long offset, long length)
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(use);
        Assert.Contains($"Offset {offset}, length {length} lies outside the mapping of {Total} bytes", refused.Message, StringComparison.Ordinal);
        Assert.Equal(length < 0 ? "length" : "offset", refused.ParamName);
    }

    private static void Slice(MappedFile file, long start, long length)
    {
        using MappedView view = file.GetView(Total, Total);
        view.Slice(start, length).Dispose();
    }

    private static void WritableSlice(MappedFile file, long start, long length)
    {
        using WritableMappedView view = file.GetWritableView(Total, Total);
        view.Slice(start, length).Dispose();
    }

    private static void ReadFromView(MappedFile file, long start)
    {
        using MappedView view = file.GetView(Total, Total);
        view.Read<long>(start);
    }

    private static void WriteToView(MappedFile file, long start)
    {
        using WritableMappedView view = file.GetWritableView(Total, Total);
        view.Write(start, 1L);
    }
}
