namespace Ferrite.Mapping.Tests;

/// <summary>Past what 31 and 32 bits can count. The files are holes: they take no space.</summary>
public sealed class LargeFileTests : FileTests
{
    private const long Length = (5L << 30) + 12_345;

    public static TheoryData<long> Offsets =>
    [
        int.MaxValue - 4L, int.MaxValue, 1L << 31, uint.MaxValue - 4L, 1L << 32, (1L << 32) + 3, Length - 64, Length - 8,
    ];

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Every_access_reaches_past_2_and_4_GiB(long offset)
    {
        string path = SparseFile(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);

        file.Write(offset, 0x1122334455667788);
        Assert.Equal(0x1122334455667788, file.Read<long>(offset));
        Assert.Equal(0, file.Read<long>((uint)offset / 2));

        file.Write(offset, Bytes.Of(8));
        byte[] copied = new byte[8];
        file.CopyTo(offset, copied);
        Assert.Equal(Bytes.Of(8), copied);
        Assert.Equal(Bytes.Of(8), file.Read(offset, 8, static span => span.ToArray()));

        using (WritableMappedView view = file.GetWritableView(offset, 8))
        {
            Assert.Equal(offset, view.Offset);
            view.Span.Fill(7);
        }

        file.Flush(offset, 8);
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Assert.Equal(8, RandomAccess.Read(handle, copied, offset));
        Assert.Equal([7, 7, 7, 7, 7, 7, 7, 7], copied);
    }

    [Fact]
    public void A_view_may_be_longer_than_a_span_and_is_sliced_then()
    {
        using MappedFile file = MappedFile.Open(SparseFile(Length), MapMode.ReadWrite);
        file.Write(Length - 8, 42L);
        using MappedView view = file.GetView();
        using WritableMappedView writable = file.GetWritableView();

        Assert.Equal(Length, view.Length);
        Assert.Equal(42L, view.Read<long>(Length - 8));
        Assert.Equal(42, view.Slice(Length - 100, 100).Span[92]);
        writable.Write(1L << 32, 43L);
        Assert.Equal(43, writable.Slice(1L << 32, 1).Span[0]);
        AssertTooLong(view, writable);
        Assert.Equal(int.MaxValue, view.Slice(1L << 31, int.MaxValue).Span.Length);
    }

    [Fact]
    public void Chunks_count_on_past_4_GiB()
    {
        using MappedFile file = MappedFile.Open(SparseFile(Length));
        long chunks = 0, bytes = 0;
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(1 << 20))
        {
            chunks++;
            bytes += chunk.Length;
        }

        Assert.Equal(Length, bytes);
        Assert.Equal((Length + (1 << 20) - 1) >> 20, chunks);
    }

    [Fact]
    public void Chunks_may_be_as_long_as_a_span()
    {
        using MappedFile file = MappedFile.Open(SparseFile(Length));
        var lengths = new List<int>();
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(int.MaxValue))
        {
            lengths.Add(chunk.Length);
        }

        Assert.Equal([int.MaxValue, int.MaxValue, (int)(Length - (2L * int.MaxValue))], lengths);
    }

    [Fact]
    public void Grows_and_shrinks_across_4_GiB()
    {
        string path = SparseFile(100);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);

        file.Resize(Length);
        file.Write(Length - 1, (byte)9);
        Assert.Equal(Length, new FileInfo(path).Length);
        file.Resize((1L << 32) + 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Read<byte>(Length - 1));
        Assert.Equal(0, file.Read<byte>(1L << 32));
        file.Resize(Length);
        Assert.Equal(0, file.Read<byte>(Length - 1));
    }

    private static void AssertTooLong(MappedView view, WritableMappedView writable)
    {
        int refused = 0;
        try
        {
            _ = view.Span;
        }
        catch (InvalidOperationException e)
        {
            Assert.Contains("slice", e.Message, StringComparison.Ordinal);
            refused++;
        }

        try
        {
            _ = writable.Span;
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        Assert.Equal(2, refused);
    }
}
