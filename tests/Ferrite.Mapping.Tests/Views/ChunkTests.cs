namespace Ferrite.Mapping.Tests.Views;

public sealed class ChunkTests : FileTests
{
    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(10_000, 999)]
    [InlineData(10_000, 5000)]
    [InlineData(10_000, 9999)]
    [InlineData(10_000, 10_000)]
    [InlineData(10_000, 10_001)]
    [InlineData(10_000, int.MaxValue)]
    [InlineData(1, 4096)]
    public void Chunks_are_the_file_in_pieces_and_the_last_may_be_short(int length, int size)
    {
        using MappedFile file = MappedFile.Open(FileOf(length));
        var bytes = new List<byte>();
        int count = 0;
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(size))
        {
            Assert.Equal(Math.Min(size, length - bytes.Count), chunk.Length);
            bytes.AddRange(chunk);
            count++;
        }

        Assert.Equal(Bytes.Of(length), bytes);
        Assert.Equal((length + (long)size - 1) / size, count);
        Assert.Equal(Bytes.Of(length), file.ReadChunks(size).SelectMany(static chunk => chunk));
    }

    [Fact]
    public void Pages_are_chunks_of_a_page()
    {
        using MappedFile file = MappedFile.Open(FileOf((2 * MappedFile.PageSize) + 5));
        var lengths = new List<int>();
        foreach (ReadOnlySpan<byte> page in file.Pages())
        {
            lengths.Add(page.Length);
        }

        Assert.Equal([MappedFile.PageSize, MappedFile.PageSize, 5], lengths);
    }

    [Fact]
    public void Writable_chunks_write_the_file()
    {
        string path = FileOf(10_000);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        byte number = 0;
        foreach (Span<byte> chunk in file.WritableChunks(3000))
        {
            chunk.Fill(++number);
        }

        Assert.Equal(4, number);
        Assert.Equal([1, 2, 3, 4], File.ReadAllBytes(path).Distinct());
        Assert.Equal(1000, File.ReadAllBytes(path).Count(static value => value == 4));
    }

    [Fact]
    public void The_length_is_fixed_when_the_enumeration_starts()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = 100_000 });
        var bytes = new List<byte>();
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(3000))
        {
            bytes.AddRange(chunk);
            file.Resize(file.Length + 50_000);
        }

        Assert.Equal(Bytes.Of(10_000), bytes);
    }

    [Fact]
    public void A_file_that_is_cut_meanwhile_ends_the_enumeration_with_a_fault_where_the_cut_is_met()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);
        var seen = new List<int>();

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() =>
        {
            foreach (ReadOnlySpan<byte> chunk in file.Chunks(3000))
            {
                seen.Add(chunk.Length);
                if (seen.Count == 1)
                {
                    file.Resize(6000);
                }
            }
        });

        // The third chunk was handed out, and found to be cut when it was done with.
        Assert.Equal([3000, 3000, 3000], seen);
        Assert.Equal(FaultCause.Truncated, fault.Cause);
        Assert.Equal(6000, fault.Offset);
    }

    [Fact]
    public void Leaving_early_still_tells_that_the_last_chunk_was_not_to_be_trusted()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);

        Assert.Throws<MappedFileFaultException>(() =>
        {
            foreach (ReadOnlySpan<byte> _ in file.Chunks(3000))
            {
                file.Resize(2000);
                break;
            }
        });
    }

    [Fact]
    public void A_file_that_is_disposed_meanwhile_ends_the_enumeration()
    {
        MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);
        MappedFile copied = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);

        Assert.Throws<ObjectDisposedException>(() =>
        {
            foreach (Span<byte> _ in file.WritableChunks(3000))
            {
                file.Dispose();
            }
        });
        Assert.Throws<ObjectDisposedException>(() =>
        {
            foreach (byte[] _ in copied.ReadChunks(3000))
            {
                copied.Dispose();
            }
        });
    }

    /// <summary>Copies are made anew each time, so a shorter file is a shorter range.</summary>
    [Fact]
    public void Copies_of_a_file_that_is_cut_meanwhile_are_out_of_range()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);

        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            foreach (byte[] chunk in file.ReadChunks(3000))
            {
                Assert.Equal(3000, chunk.Length);
                file.Resize(6000);
            }
        });
    }

    [Fact]
    public void One_chunks_value_may_be_enumerated_again()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000));
        ChunkEnumerable chunks = file.Chunks(4000);
        int count = 0;
        for (int i = 0; i < 2; i++)
        {
            foreach (ReadOnlySpan<byte> _ in chunks)
            {
                count++;
            }
        }

        Assert.Equal(6, count);
    }
}
