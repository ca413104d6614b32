using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Segments;

public sealed class SegmentTests : FileTests
{
    private const int Length = 5000;

    public SegmentTests()
        : base(MemoryRoot)
    {
    }

    /// <summary>A file that is resized and refreshed, and segments kept across that: they show what an array would, or say that it is gone.</summary>
    [Fact]
    public void Segments_survive_resizes_and_are_checked_at_each_use()
    {
        Gen<(int NewLength, bool Refresh, int Start, int Count)> rounds =
            from length in Gen.OneOf(Gen.Choose(0, 3 * Length), Gen.Choose(Length - 10, Length + 10))
            from refresh in Gen.Elements(true, false)
            from start in Gen.Choose(-1, 400)
            from count in Gen.Choose(-1, 400)
            select (length, refresh, start, count);
        Gen<(int Offset, int Length, (int, bool, int, int)[] Rounds)> cases =
            from offset in Gen.Choose(0, Length)
            from length in Gen.OneOf(Gen.Choose(0, Math.Min(400, Length - offset)), Gen.Choose(0, Length - offset))
            from all in rounds.ArrayOf()
            select (offset, length, all);
        string path = PathOf();
        Properties.ForAll(cases, c =>
        {
            byte[] model = Bytes.Of(Length);
            File.WriteAllBytes(path, model);
            using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = 2 * Length });
            MappedSegment segment = file.GetSegment(c.Offset, c.Length);
            foreach ((int newLength, bool refresh, int start, int count) in c.Rounds)
            {
                file.Resize(newLength);
                Array.Resize(ref model, newLength);
                if (refresh)
                {
                    file.Refresh();
                }

                Use(segment, model);
                if (start >= 0 && count >= 0 && start + count <= c.Length)
                {
                    MappedSegment slice = segment.Slice(start, count);
                    Assert.Equal(new MappedSegment(file, c.Offset + start, count), slice);
                    Use(slice, model);
                    Write(slice, model);
                    Use(segment, model);
                }
                else
                {
                    Assert.Throws<ArgumentOutOfRangeException>(() => segment.Slice(start, count));
                    Assert.Throws<ArgumentOutOfRangeException>(() => segment.CopyTo(start, new byte[count < 0 ? 2 * Length : count]));
                }
            }

            Assert.Equal(model, File.ReadAllBytes(path));
        });
    }

    [Fact]
    public async Task Flushing_it_flushes_its_range()
    {
        using MappedFile file = MappedFile.Create(PathOf(), Length, new MappedFileOptions { FlushPolicy = FlushPolicy.EveryBytes(1 << 20) });
        MappedSegment segment = file.GetSegment(100, 30);
        file.Write(4990, 1L);
        segment.Write(0, 1L);
        await Assert.ThrowsAsync<TaskCanceledException>(() => segment.FlushAsync(new CancellationToken(canceled: true)));
        Assert.Equal(16, file.PendingBytes);
        await segment.FlushAsync();
        Assert.Equal(8, file.PendingBytes);
        segment.Write(0, 1L);
        segment.Flush();
        Assert.Equal(8, file.PendingBytes);
    }

    [Fact]
    public void What_a_segment_hands_out_is_the_file_s()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        MappedSegment segment = file.GetSegment(100, 30);

        segment.Write(3, 0x0102030405060708);
        Assert.Equal(0x0102030405060708, segment.Read<long>(3));
        Assert.Equal(0x0102030405060708, file.Read<long>(103));
        using (WritableMappedView view = segment.GetWritableView())
        {
            view.Span.Fill(9);
        }

        using MappedRecords<long> records = segment.Records<long>();
        Assert.Equal((3, 0x0909090909090909), (records.Count, records[2]));
        using IMemoryOwner<byte> memory = segment.GetMemory();
        Assert.Equal(30, memory.Memory.Length);
        using Stream stream = segment.OpenStream();
        Assert.Equal((30, 9), (stream.Length, stream.ReadByte()));
    }

    [Fact]
    public void Outside_the_segment_is_outside_though_inside_the_file()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        MappedSegment segment = file.GetSegment(100, 30);

        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Read<long>(23));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Read<byte>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Write(23, 1L));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Write(0, new byte[31]));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Slice(31, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Slice(long.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetSegment(Length, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetSegment(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetSegment(0, -1));
    }

    /// <summary>A segment can be made by hand of any numbers: it is checked when it is used.</summary>
    [Fact]
    public void Segments_of_nonsense_are_outside_the_file()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        foreach (MappedSegment segment in new MappedSegment[]
        {
            new(file, -1, 10), new(file, long.MaxValue, long.MaxValue), new(file, Length, 1), new(file, 10, -1), new(file, 8, long.MaxValue),
        })
        {
            Assert.False(segment.IsInFile);
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.GetView().Dispose());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.GetWritableView().Dispose());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.AsSequence());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.OpenStream());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.Flush());
        }

        Assert.Throws<InvalidOperationException>(() => new MappedSegment(file, 0, 1L << 40).GetMemory());
    }

    [Fact]
    public void It_can_be_told_whatever_became_of_its_file()
    {
        string path = FileOf(Length);
        MappedFile file = MappedFile.Open(path);
        MappedSegment segment = file.GetSegment(100, 30);
        file.Dispose();

        Assert.Equal($"30 bytes from 100 of {path}", segment.ToString());
        Assert.Equal("0 bytes from 0 of a mapped file", default(MappedSegment).ToString());
        Assert.Equal(segment, new MappedSegment(file, 100, 30));
        Assert.Throws<ObjectDisposedException>(() => segment.IsInFile);
        Assert.Throws<ObjectDisposedException>(() => segment.Read<byte>(0));
    }

    private static void Use(MappedSegment segment, byte[] model)
    {
        bool inside = segment.Offset + segment.Length <= model.Length;
        Assert.Equal(inside, segment.IsInFile);
        if (!inside)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.GetView().Dispose());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.GetWritableView().Dispose());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.CopyTo(0, new byte[segment.Length]));
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.AsSequence());
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.Read<byte>(segment.Length - 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.Flush());
            return;
        }

        byte[] expected = model[(int)segment.Offset..(int)(segment.Offset + segment.Length)];
        using (MappedView view = segment.GetView())
        {
            Assert.True(expected.AsSpan().SequenceEqual(view.Span));
        }

        byte[] copy = new byte[segment.Length];
        segment.CopyTo(0, copy);
        Assert.Equal(expected, copy);
        Assert.Equal(expected, segment.AsSequence().ToArray());
        if (expected.Length > 0)
        {
            Assert.Equal(expected[^1], segment.Read<byte>(segment.Length - 1));
        }
    }

    private static void Write(MappedSegment segment, byte[] model)
    {
        byte[] bytes = new byte[segment.Length];
        Array.Fill(bytes, (byte)segment.Length);
        if (segment.IsInFile)
        {
            segment.Write(0, bytes);
            bytes.CopyTo(model, segment.Offset);
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.Write(0, bytes));
        }
    }
}
