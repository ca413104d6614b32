using System.Buffers;
using Ferrite.Mapping.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Sequences;

public sealed class SequenceTests : FileTests
{
    private const int Length = 3000;

    [Fact]
    public void A_sequence_holds_the_bytes_of_its_range()
    {
        Gen<(int Offset, int? Length, int Start, int Count)> cases =
            from offset in Gen.Choose(0, Length)
            from length in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, Length - offset).Select(static l => (int?)l))
            from start in Gen.Choose(0, length ?? (Length - offset))
            from count in Gen.Choose(0, (length ?? (Length - offset)) - start)
            select (offset, length, start, count);
        byte[] model = Bytes.Of(Length);
        using MappedFile file = MappedFile.Open(FileOf(Length));
        Properties.ForAll(cases, c =>
        {
            ReadOnlySequence<byte> sequence = file.AsSequence(c.Offset, c.Length);
            Assert.Equal(model.AsSpan(c.Offset, c.Length ?? (Length - c.Offset)).ToArray(), sequence.ToArray());
            Assert.Equal(model.AsSpan(c.Offset + c.Start, c.Count).ToArray(), sequence.Slice(c.Start, c.Count).ToArray());
            file.Validate(sequence);
            file.Validate(sequence.Slice(c.Start, c.Count));
        });
    }

    /// <summary>Pieces are a GiB each; here some bytes, so that everything happens at their borders.</summary>
    [Fact]
    public void It_is_one_whatever_pieces_it_has()
    {
        Gen<(int Offset, int Length, int Piece, int[] Steps)> cases =
            from offset in Gen.Choose(0, Length)
            from length in Gen.Choose(0, Length - offset)
            from piece in Gen.Choose(1, 400)
            from steps in Gen.Choose(0, 300).ArrayOf()
            select (offset, length, piece, steps);
        byte[] model = Bytes.Of(Length);
        (FileMapping mapping, Region region) = FileOpener.Open(FileOf(Length), new MappedFileOptions());
        Properties.ForAll(cases, c =>
        {
            ReadOnlySequence<byte> sequence = MappedSequence.Create(region, c.Offset, c.Length, c.Piece);
            Span<byte> expected = model.AsSpan(c.Offset, c.Length);
            Assert.Equal(c.Length, sequence.Length);
            Assert.Equal(expected.ToArray(), sequence.ToArray());

            var reader = new SequenceReader<byte>(sequence);
            foreach (int step in c.Steps)
            {
                int at = (int)reader.Consumed;
                bool fits = step <= c.Length - at;
                Assert.Equal(fits, reader.TryReadExact(step, out ReadOnlySequence<byte> part));
                if (fits)
                {
                    Assert.Equal(expected.Slice(at, step).ToArray(), part.ToArray());
                    MappedSequence.Validate(part);
                }

                Assert.Equal(reader.Remaining >= sizeof(int), reader.TryReadLittleEndian(out int value));
                Assert.True(reader.Consumed == at + (fits ? step : 0) || value == BitConverter.ToInt32(expected[((int)reader.Consumed - sizeof(int))..]));
            }

            byte wanted = Bytes.At(c.Offset + (c.Length / 2));
            Assert.Equal(expected.IndexOf(wanted), sequence.PositionOf(wanted) is { } position ? (int)sequence.Slice(0, position).Length : -1);
        });
        mapping.Close(ref region);
    }

    [Fact]
    public void Past_2_GiB_a_planted_byte_is_found()
    {
        const long Planted = (3L << 30) + 5;
        string path = SparseFile(Planted + 1000);
        using (FileStream stream = new(path, FileMode.Open))
        {
            stream.Position = Planted;
            stream.WriteByte(42);
        }

        using MappedFile file = MappedFile.Open(path);
        ReadOnlySequence<byte> sequence = file.AsSequence();
        Assert.Equal(Planted + 1000, sequence.Length);

        // The last GiB only is read: what is before takes time, and room in memory.
        var reader = new SequenceReader<byte>(sequence);
        reader.Advance(2L << 30);
        Assert.True(reader.TryAdvanceTo(42, advancePastDelimiter: false));
        Assert.Equal(Planted, reader.Consumed);
        Assert.Equal(42, sequence.Slice(Planted, 1).FirstSpan[0]);
        file.Validate(sequence);
    }

    [Fact]
    public void Ranges_outside_the_file_are_refused_by_what_is_wrong_with_them()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length));
        Assert.True(file.AsSequence(Length).IsEmpty);
        Assert.Equal("offset", Assert.Throws<ArgumentOutOfRangeException>(() => file.AsSequence(Length + 1)).ParamName);
        Assert.Equal("offset", Assert.Throws<ArgumentOutOfRangeException>(() => file.AsSequence(-1)).ParamName);
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => file.AsSequence(0, -1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.AsSequence(1, Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.AsSequence(long.MaxValue, long.MaxValue));
    }

    [Fact]
    public void A_sequence_that_lost_its_end_is_told_also_when_the_file_is_fine()
    {
        using MappedFile file = MappedFile.Open(FileOf(100_000), MapMode.ReadWrite);
        ReadOnlySequence<byte> sequence = file.AsSequence();
        file.Resize(50_000);

        file.Validate();
        Assert.Throws<MappedFileFaultException>(() => file.Validate(sequence));
        Assert.Throws<MappedFileFaultException>(() => file.Validate(sequence.Slice(50_000, 1)));
        file.Validate(sequence.Slice(0, 50_000));
        Assert.Equal(Bytes.Of(50_000), sequence.Slice(0, 50_000).ToArray());
        file.Validate(file.AsSequence());
        file.Validate(ReadOnlySequence<byte>.Empty);
    }

    [Fact]
    public void Another_s_sequence_can_not_be_validated()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length));
        Assert.Throws<ArgumentException>(() => file.Validate(new ReadOnlySequence<byte>(new byte[3])));
    }

    [Fact]
    public void Disposed_it_reads_as_zeros_and_is_told()
    {
        MappedFile file = MappedFile.Open(FileOf(Length));
        ReadOnlySequence<byte> sequence = file.AsSequence();
        file.Dispose();

        Assert.Equal(new byte[Length], sequence.ToArray());
        Assert.Throws<ObjectDisposedException>(() => file.Validate(sequence));
    }

    [Fact]
    public void A_sequence_keeps_what_it_shows()
    {
        ReadOnlySequence<byte> sequence = Drop(FileOf(Length));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(Bytes.Of(Length), sequence.ToArray());
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static ReadOnlySequence<byte> Drop(string path) => MappedFile.Open(path).AsSequence();
}
