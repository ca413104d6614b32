using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Records;

/// <summary>Records of many sizes at any alignment, against arrays.</summary>
public sealed class RecordModelTests : FileTests
{
    private const int Length = 700;

    public RecordModelTests()
        : base(MemoryRoot)
    {
    }

    [Fact]
    public void Records_of_1_byte() => Match<byte>();

    [Fact]
    public void Records_of_3_bytes() => Match<Record3>();

    [Fact]
    public void Records_of_8_bytes() => Match<double>();

    [Fact]
    public void Records_of_12_bytes() => Match<Record12>();

    [Fact]
    public void Records_of_48_bytes() => Match<Record48>();

    [Fact]
    public void BinarySearch_finds_what_Array_BinarySearch_finds()
    {
        Gen<(int[] Keys, int Wanted, int Offset)> cases =
            from keys in Gen.Choose(-50, 50).ArrayOf()
            from wanted in Gen.Choose(-52, 52)
            from offset in Gen.Choose(0, 30)
            select (keys, wanted, offset);
        using MappedFile file = MappedFile.Create(PathOf(), 0, new MappedFileOptions { Capacity = 1 << 20 });
        Properties.ForAll(cases, c =>
        {
            Array.Sort(c.Keys);
            file.Resize(c.Offset + (c.Keys.Length * Unsafe.SizeOf<Record12>()));
            using MappedRecords<Record12> records = file.Records<Record12>(c.Offset);
            for (int i = 0; i < c.Keys.Length; i++)
            {
                records.GetWritable(i) = new Record12(c.Keys[i], i);
            }

            Assert.Equal(Array.BinarySearch(c.Keys, c.Wanted), records.BinarySearch(c.Wanted, static (ref readonly Record12 r, int key) => r.Key.CompareTo(key)));
        });
    }

    private void Match<T>()
        where T : unmanaged, IEquatable<T>
    {
        int size = Unsafe.SizeOf<T>();
        Gen<(int Offset, int? Count, int Index, int Start, int Slice)> cases =
            from offset in Gen.Choose(-1, Length + 1)
            from count in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(-1, (Length / size) + 1).Select(static c => (int?)c))
            from index in Gen.Choose(-1, (Length / size) + 1)
            from start in Gen.Choose(-1, (Length / size) + 1)
            from slice in Gen.Choose(-1, (Length / size) + 1)
            select (offset, count, index, start, slice);
        byte[] bytes = Bytes.Of(Length);
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        Properties.ForAll(cases, c =>
        {
            bool inside = c.Offset is >= 0 and <= Length && (c.Count ?? 0) >= 0 && ((c.Count ?? 0) * size) + c.Offset <= Length;
            if (!inside)
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => file.Records<T>(c.Offset, c.Count).Dispose());
                return;
            }

            T[] model = Read<T>(bytes.AsSpan(c.Offset), c.Count ?? (Length - c.Offset) / size);
            using MappedRecords<T> records = file.Records<T>(c.Offset, c.Count);
            Assert.Equal((model.Length, c.Offset), (records.Count, records.Offset));
            Equal(model, records);
            Assert.True(model.AsSpan().SequenceEqual(records.Span));
            if ((uint)c.Index < (uint)model.Length)
            {
                T before = records[c.Index];
                Assert.Equal(model[c.Index], before);
                records.GetWritable(c.Index) = default;
                Assert.Equal(default, file.Read<T>(c.Offset + (c.Index * size)));
                Assert.Equal(default, records[c.Index]);
                records.GetWritable(c.Index) = before;
            }
            else
            {
                AssertOutside(records, c.Index);
            }

            if (c.Start >= 0 && c.Slice >= 0 && c.Start + c.Slice <= model.Length)
            {
                MappedRecords<T> slice = records.Slice(c.Start, c.Slice);
                Assert.Equal(c.Offset + (c.Start * size), slice.Offset);
                Equal(model[c.Start..(c.Start + c.Slice)], slice);
            }
            else
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => file.Records<T>(c.Offset, c.Count).Slice(c.Start, c.Slice));
            }

            Assert.True(records.IsValid);
        });
        Assert.Equal(bytes, File.ReadAllBytes(PathOf()));
    }

    private static void Equal<T>(T[] model, MappedRecords<T> records)
        where T : unmanaged, IEquatable<T>
    {
        int i = 0;
        foreach (ref readonly T record in records)
        {
            Assert.Equal(model[i], record);
            Assert.Equal(model[i], records[i]);
            i++;
        }

        Assert.Equal(model.Length, i);
    }

    private static void AssertOutside<T>(MappedRecords<T> records, long index)
        where T : unmanaged
    {
        int thrown = 0;
        try
        {
            _ = records[index];
        }
        catch (ArgumentOutOfRangeException)
        {
            thrown++;
        }

        try
        {
            records.GetWritable(index) = default;
        }
        catch (ArgumentOutOfRangeException)
        {
            thrown++;
        }

        Assert.Equal(2, thrown);
    }

    private static T[] Read<T>(ReadOnlySpan<byte> bytes, int count)
        where T : unmanaged
    {
        var records = new T[count];
        bytes[..(count * Unsafe.SizeOf<T>())].CopyTo(MemoryMarshal.AsBytes(records.AsSpan()));
        return records;
    }
}
