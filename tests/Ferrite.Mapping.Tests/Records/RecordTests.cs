namespace Ferrite.Mapping.Tests.Records;

/// <summary>What a view of records promises besides its records.</summary>
public sealed class RecordTests : FileTests
{
    private const int Length = 48 * 1000;

    [Fact]
    public void Disposing_them_says_that_the_file_was_cut()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        MappedRecords<Record12> all = file.Records<Record12>();
        MappedRecords<Record12> some = file.Records<Record12>(0, 10);
        file.Resize(Length / 2);

        Assert.False(all.IsValid);
        Assert.True(some.IsValid);
        some.Validate();
        some.Dispose();
        Assert.True(Throws<MappedFileFaultException>(all, static records => records.Validate()));
        Assert.True(Throws<MappedFileFaultException>(all, static records => records.Dispose()));
    }

    [Fact]
    public void So_does_the_end_of_an_enumeration_of_records_that_nobody_disposes()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);

        Assert.Throws<MappedFileFaultException>(() =>
        {
            long sum = 0;
            foreach (ref readonly Record12 record in file.Records<Record12>())
            {
                sum += record.Key;
                if (file.Length == Length)
                {
                    file.Resize(Length - MappedFile.PageSize);
                }
            }

            Assert.NotEqual(0, sum);
        });
        Assert.Throws<ObjectDisposedException>(() =>
        {
            foreach (ref readonly Record12 record in file.Records<Record12>())
            {
                file.Dispose();
                break;
            }
        });
    }

    [Fact]
    public void Records_before_growth_and_refresh_are_the_file_s_still()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        using MappedRecords<long> records = file.Records<long>();
        file.Resize(1 << 20);
        records.GetWritable(3) = 42;
        file.Refresh();
        records.GetWritable(4) = 43;

        Assert.Equal(Length / 8, records.Count);
        Assert.Equal((42, 43), (file.Read<long>(24), file.Read<long>(32)));
    }

    [Fact]
    public void Read_only_they_can_not_be_written()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length));
        using MappedRecords<long> records = file.Records<long>();

        Assert.Equal(file.Read<long>(8), records[1]);
        Assert.True(Throws<NotSupportedException>(records, static r => r.GetWritable(0) = 1));
    }

    [Fact]
    public void None_is_fine_and_before_the_first_there_is_none()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length));
        using MappedRecords<long> none = file.Records<long>(Length);
        Assert.Equal((0, 0), (none.Count, none.Span.Length));
        Assert.Equal(-1, none.BinarySearch(5, static (ref readonly long record, int key) => record.CompareTo(key)));
        MappedRecords<long> nothing = default;
        nothing.Dispose();
        nothing.Validate();
        Assert.True(nothing.IsValid && nothing.Count == 0 && nothing.Slice(0, 0).Count == 0);
        Assert.True(Throws<ArgumentOutOfRangeException>(nothing, static records => _ = records[0]));

        using MappedRecords<long>.Enumerator enumerator = file.Records<long>().GetEnumerator();
        try
        {
            long record = enumerator.Current;
            Assert.Fail($"There is no record before the first, not {record}.");
        }
        catch (NullReferenceException)
        {
        }

        Assert.Throws<ArgumentNullException>(() => file.Records<long>().BinarySearch(5, null!));
    }

    [Fact]
    public void There_may_be_more_than_a_span_can_hold()
    {
        const long Large = 3L << 30;
        using MappedFile file = MappedFile.Open(SparseFile(Large), MapMode.ReadWrite);
        file.Write(Large - 1, (byte)42);
        using MappedRecords<byte> records = file.Records<byte>();

        Assert.Equal(Large, records.Count);
        Assert.Equal(42, records[Large - 1]);
        Assert.Equal(Large - 1, records.BinarySearch((byte)42, static (ref readonly byte record, byte key) => record.CompareTo(key)));
        Assert.True(Throws<InvalidOperationException>(records, static all => _ = all.Span.Length));
        Assert.Equal(42, records.Slice(Large - 10, 10).Span[9]);
    }

    [Fact]
    public void A_policy_counts_what_was_handed_out_to_be_written_and_nothing_else()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 16 * 4096, new MappedFileOptions { FlushPolicy = FlushPolicy.EveryBytes(1 << 20) });
        using (MappedRecords<long> records = file.Records<long>())
        {
            long sum = records[5] + records.Span[6];
            foreach (ref readonly long record in records)
            {
                sum += record;
            }

            Assert.Equal(0, sum);
        }

        Assert.Equal((0, 0), (file.PendingBytes, file.PendingWrites));
        using (MappedRecords<long> records = file.Records<long>(offset: 4))
        {
            records.GetWritable(10) = 1;
            records.GetWritable(13) = 1;
            using MappedRecords<long> slice = records.Slice(11, 4);
            slice.GetWritable(3) = 1;
            Assert.Equal(0, file.PendingBytes);
        }

        // From record 10 to record 14.
        Assert.Equal((5 * 8, 1), (file.PendingBytes, file.PendingWrites));
    }

    private delegate void Use<T>(MappedRecords<T> records)
        where T : unmanaged;

    private static bool Throws<TException>(MappedRecords<long> records, Use<long> use)
        where TException : Exception => Throws<TException, long>(records, use);

    private static bool Throws<TException>(MappedRecords<byte> records, Use<byte> use)
        where TException : Exception => Throws<TException, byte>(records, use);

    private static bool Throws<TException>(MappedRecords<Record12> records, Use<Record12> use)
        where TException : Exception => Throws<TException, Record12>(records, use);

    private static bool Throws<TException, T>(MappedRecords<T> records, Use<T> use)
        where TException : Exception
        where T : unmanaged
    {
        try
        {
            use(records);
            return false;
        }
        catch (TException)
        {
            return true;
        }
    }
}
