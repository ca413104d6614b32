using System.Buffers;

namespace Ferrite.Mapping.Tests.Access;

/// <summary>What takes a range of a part of a file: of a view, a segment, records, atomics, pages.</summary>
internal static class PartMethods
{
    /// <summary>Where the part begins: not where a page does, but aligned.</summary>
    private const int Offset = 104;

    private const int Length = 400;

    internal static Dictionary<string, RangeMethod> All { get; } = new RangeMethod[]
    {
        new("MappedView.Slice", RangeLengths.Long, SliceView),
        new("MappedView.Read", RangeLengths.OfValue, ReadView, sizeof(long)),
        new("WritableMappedView.Slice", RangeLengths.Long, SliceWritableView),
        new("WritableMappedView.Read", RangeLengths.OfValue, ReadWritableView, sizeof(long)),
        new("WritableMappedView.Write", RangeLengths.OfValue, WriteView, sizeof(long)),
        new("MappedSegment.Slice", RangeLengths.Long, static (file, model, start, length) =>
            Assert.Equal(Segment(file).Slice(start, length).AsSequence().ToArray(), Part(model, start, length))),
        new("MappedSegment.Read", RangeLengths.OfValue, static (file, model, start, _) => Assert.Equal(Segment(file).Read<long>(start), Value(model, start)), sizeof(long)),
        new("MappedSegment.Write, a value", RangeLengths.OfValue, static (file, model, start, _) => Segment(file).Write(start, Value(model, start)), sizeof(long)),
        new("MappedSegment.Write, bytes", RangeLengths.OfSpan, static (file, model, start, length) => Segment(file).Write(start, Part(model, start, length))),
        new("MappedSegment.CopyTo", RangeLengths.OfSpan, CopySegment),
        new("MappedRecords.Slice", RangeLengths.Long, SliceRecords),
        new("MappedRecords.Item", RangeLengths.OfValue, ReadRecord),
        new("MappedRecords.GetWritable", RangeLengths.OfValue, WriteRecord),
        new("AtomicSpan.Item", RangeLengths.OfValue, LoadAtomic) { NamesBytes = false },
        new("PageResidency.CountResident", RangeLengths.Long, static (file, _, start, length) => Residency(file).CountResident(start, length)) { NamesBytes = false },
        new("PageResidency.Item", RangeLengths.OfValue, static (file, _, start, _) => _ = Residency(file)[start]) { NamesBytes = false },
    }.Select(static method => method with { Total = method.Name.StartsWith("PageResidency", StringComparison.Ordinal) ? 2 : Length })
        .ToDictionary(static method => method.Name, StringComparer.Ordinal);

    private static MappedSegment Segment(MappedFile file) => file.GetSegment(Offset, Length);

    private static PageResidency Residency(MappedFile file) => file.GetResidency(0, file.Length);

    private static byte[] Part(byte[] model, long start, long length) =>
        start >= 0 && start <= Length - length ? model.AsSpan(Offset + (int)start, (int)length).ToArray() : new byte[length];

    private static long Value(byte[] model, long start) => BitConverter.ToInt64(Part(model, start, sizeof(long)));

    private static void SliceView(MappedFile file, byte[] model, long start, long length)
    {
        using MappedView view = file.GetView(Offset, Length);
        MappedView slice = view.Slice(start, length);
        Assert.Equal((Offset + start, length), (slice.Offset, slice.Length));
        Assert.True(slice.Span.SequenceEqual(Part(model, start, length)));
    }

    private static void ReadView(MappedFile file, byte[] model, long start, long length)
    {
        using MappedView view = file.GetView(Offset, Length);
        Assert.Equal(view.Read<long>(start), Value(model, start));
    }

    private static void SliceWritableView(MappedFile file, byte[] model, long start, long length)
    {
        using WritableMappedView view = file.GetWritableView(Offset, Length);
        WritableMappedView slice = view.Slice(start, length);
        Assert.Equal((Offset + start, length), (slice.Offset, slice.Length));
        Assert.True(slice.Span.SequenceEqual(Part(model, start, length)));
    }

    private static void ReadWritableView(MappedFile file, byte[] model, long start, long length)
    {
        using WritableMappedView view = file.GetWritableView(Offset, Length);
        Assert.Equal(view.Read<long>(start), Value(model, start));
    }

    private static void WriteView(MappedFile file, byte[] model, long start, long length)
    {
        using WritableMappedView view = file.GetWritableView(Offset, Length);
        view.Write(start, Value(model, start));
    }

    private static void CopySegment(MappedFile file, byte[] model, long start, long length)
    {
        byte[] copy = new byte[length];
        Segment(file).CopyTo(start, copy);
        Assert.Equal(Part(model, start, length), copy);
    }

    private static void SliceRecords(MappedFile file, byte[] model, long start, long length)
    {
        using MappedRecords<byte> records = file.Records<byte>(Offset, Length);
        MappedRecords<byte> slice = records.Slice(start, length);
        Assert.Equal((Offset + start, length), (slice.Offset, slice.Count));
        Assert.True(slice.Span.SequenceEqual(Part(model, start, length)));
    }

    private static void ReadRecord(MappedFile file, byte[] model, long index, long length)
    {
        using MappedRecords<byte> records = file.Records<byte>(Offset, Length);
        byte read = records[index];
        Assert.Equal(Part(model, index, 1)[0], read);
    }

    private static void WriteRecord(MappedFile file, byte[] model, long index, long length)
    {
        using MappedRecords<byte> records = file.Records<byte>(Offset, Length);
        records.GetWritable(index) = Part(model, index, 1)[0];
    }

    private static void LoadAtomic(MappedFile file, byte[] model, long index, long length)
    {
        int loaded = file.GetAtomics<int>(Offset, Length)[(int)Math.Clamp(index, int.MinValue, int.MaxValue)].Load();
        Assert.Equal(BitConverter.ToInt32(model, Offset + ((int)index * sizeof(int))), loaded);
    }
}
