using System.Buffers;
using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Tests.Access;

/// <summary>What takes a range of a file's bytes.</summary>
internal static class RangeMethods
{
    internal static Dictionary<string, RangeMethod> All { get; } = new RangeMethod[]
    {
        new("MappedFile.Read, 8 bytes", RangeLengths.OfValue, ReadValue<long>, sizeof(long)),
        new("MappedFile.Write, 8 bytes", RangeLengths.OfValue, WriteValue<long>, sizeof(long)),
        new("MappedFile.Read, 1 byte", RangeLengths.OfValue, ReadValue<byte>),
        new("MappedFile.Write, 1 byte", RangeLengths.OfValue, WriteValue<byte>),
        new("MappedFile.Read, 16 bytes", RangeLengths.OfValue, ReadValue<Guid>, 16),
        new("MappedFile.Write, 16 bytes", RangeLengths.OfValue, WriteValue<Guid>, 16),
        new("MappedFile.CopyTo", RangeLengths.OfSpan, CopyTo),
        new("MappedFile.Write, a span", RangeLengths.OfSpan, static (file, model, offset, length) => file.Write(offset, Part(model, offset, length))),
        new("MappedFile.WriteAsync", RangeLengths.OfSpan, static (file, model, offset, length) =>
            file.WriteAsync(offset, Part(model, offset, length)).GetAwaiter().GetResult()),
        new("MappedFile.Read, by a delegate", RangeLengths.Int, static (file, model, offset, length) =>
            Assert.True(file.Read(offset, (int)length, span => span.SequenceEqual(Part(model, offset, length))))),
        new("MappedFile.Read, by a delegate with state", RangeLengths.Int, static (file, model, offset, length) =>
            Assert.True(file.Read(offset, (int)length, model, (span, bytes) => span.SequenceEqual(Part(bytes, offset, length))))),
        new("MappedFile.GetView", RangeLengths.Long, GetView),
        new("MappedFile.GetWritableView", RangeLengths.Long, GetWritableView),
        new("MappedFile.GetSegment", RangeLengths.Long, GetSegment),
        new("MappedFile.AsSequence", RangeLengths.Long, static (file, model, offset, length) =>
            Assert.Equal(file.AsSequence(offset, length).ToArray(), Part(model, offset, length))),
        new("MappedFile.OpenStream", RangeLengths.Long, OpenStream),
        new("MappedFile.GetMemory", RangeLengths.Int, GetMemory),
        new("MappedFile.Flush", RangeLengths.Long, static (file, _, offset, length) => file.Flush(offset, length)),
        new("MappedFile.FlushAsync", RangeLengths.Long, static (file, _, offset, length) => file.FlushAsync(offset, length).GetAwaiter().GetResult()),
        new("MappedFile.Records", RangeLengths.Long, GetRecords) { NamesBytes = false },
    }.ToDictionary(static method => method.Name, StringComparer.Ordinal);

    /// <summary>The model's bytes of the range; outside it the model as many as are asked for.</summary>
    private static byte[] Part(byte[] model, long offset, long length) =>
        offset >= 0 && offset <= model.Length - length ? model.AsSpan((int)offset, (int)length).ToArray() : new byte[length];

    private static void ReadValue<T>(MappedFile file, byte[] model, long offset, long length)
        where T : unmanaged
    {
        T read = file.Read<T>(offset);
        Assert.Equal(Unsafe.ReadUnaligned<T>(ref model[offset]), read);
    }

    private static void WriteValue<T>(MappedFile file, byte[] model, long offset, long length)
        where T : unmanaged => file.Write(offset, Unsafe.ReadUnaligned<T>(ref Part(model, offset, length)[0]));

    private static void CopyTo(MappedFile file, byte[] model, long offset, long length)
    {
        byte[] copy = new byte[length];
        file.CopyTo(offset, copy);
        Assert.Equal(Part(model, offset, length), copy);
    }

    private static void GetView(MappedFile file, byte[] model, long offset, long length)
    {
        using MappedView view = file.GetView(offset, length);
        Assert.Equal((offset, length), (view.Offset, view.Length));
        Assert.True(view.Span.SequenceEqual(Part(model, offset, length)));
    }

    private static void GetWritableView(MappedFile file, byte[] model, long offset, long length)
    {
        using WritableMappedView view = file.GetWritableView(offset, length);
        Assert.Equal((offset, length), (view.Offset, view.Length));
        Assert.True(view.Span.SequenceEqual(Part(model, offset, length)));
    }

    private static void GetSegment(MappedFile file, byte[] model, long offset, long length)
    {
        MappedSegment segment = file.GetSegment(offset, length);
        Assert.Equal(new MappedSegment(file, offset, length), segment);
        Assert.Equal(Part(model, offset, length), segment.AsSequence().ToArray());
    }

    private static void OpenStream(MappedFile file, byte[] model, long offset, long length)
    {
        using Stream stream = file.OpenStream(offset, length);
        byte[] read = new byte[length];
        Assert.Equal(length, stream.Length);
        Assert.Equal(length, stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false));
        Assert.Equal(-1, stream.ReadByte());
        Assert.Equal(Part(model, offset, length), read);
    }

    private static void GetMemory(MappedFile file, byte[] model, long offset, long length)
    {
        using IMemoryOwner<byte> memory = file.GetMemory(offset, (int)length);
        Assert.Equal(Part(model, offset, length), memory.Memory.ToArray());
    }

    private static void GetRecords(MappedFile file, byte[] model, long offset, long length)
    {
        using MappedRecords<byte> records = file.Records<byte>(offset, length);
        Assert.Equal((offset, length), (records.Offset, records.Count));
        Assert.True(records.Span.SequenceEqual(Part(model, offset, length)));
    }
}
