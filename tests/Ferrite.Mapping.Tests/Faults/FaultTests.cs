using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>What a lost page becomes: which exception, for whom, until when.</summary>
public sealed class FaultTests
{
    private const Needs Guard = Needs.Linux | Needs.FaultGuard;

    [NeedsTheory(Guard)]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void A_cut_file_is_truncated_at_the_offset_that_was_touched(MapMode mode) =>
        ChildProcess.Run(ReadBehindCut, mode.ToString()).AssertSucceeded();

    [NeedsTheory(Guard)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void A_store_behind_a_cut_is_truncated_too(MapMode mode) => ChildProcess.Run(WriteBehindCut, mode.ToString()).AssertSucceeded();

    [NeedsFact(Guard)]
    public void Every_access_of_a_faulted_file_throws_until_Refresh() => ChildProcess.Run(EveryAccess).AssertSucceeded();

    [NeedsFact(Guard)]
    public void A_fault_names_the_first_offset_however_many_follow() => ChildProcess.Run(FirstOffset).AssertSucceeded();

    [NeedsFact(Guard)]
    public void Another_mapping_of_the_same_file_is_not_faulted() => ChildProcess.Run(TwoMappings).AssertSucceeded();

    [NeedsFact(Guard)]
    public void A_faulted_file_can_be_disposed_and_is_disposed_then() => ChildProcess.Run(DisposeFaulted).AssertSucceeded();

    private static void ReadBehindCut(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map(Enum.Parse<MapMode>(arguments[0]));
        Assert.Equal(CutFile.ValueAt(5 * CutFile.PageSize), mapped.Read<byte>(5 * CutFile.PageSize));
        cut.CutToPages(3);
        Assert.False(mapped.IsFaulted);
        long offset = (5 * CutFile.PageSize) + 16;

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Read<long>(offset));

        Assert.Equal((offset, FaultCause.Truncated), (fault.Offset, fault.Cause));
        Assert.True(mapped.IsFaulted);
        AssertComesBack(mapped, pages: 3);
    }

    private static void WriteBehindCut(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map(Enum.Parse<MapMode>(arguments[0]));
        cut.CutToPages(3);
        long offset = (4 * CutFile.PageSize) + 8;

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Write(offset, 1L));

        Assert.Equal((offset, FaultCause.Truncated), (fault.Offset, fault.Cause));
        AssertComesBack(mapped, pages: 3);
    }

    private static void EveryAccess(string[] arguments)
    {
        byte[] content = new byte[Truncation.Pattern.FileLength];
        Truncation.Pattern.Words.Fill(content, 0, tag: 0);
        using var directory = new TempDirectory();
        string path = directory.FileOf(content);
        using MappedFile mapped = MappedFile.Open(path, MapMode.ReadWrite);
        CutFile.SetLength(path, 4 * CutFile.PageSize);
        Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(5 * CutFile.PageSize));

        // In the part that the file still has.
        foreach (Truncation.Access access in Truncation.Reader.AccessesOf(Truncation.Pattern.Words))
        {
            var trial = new Truncation.Trial { Pattern = Truncation.Pattern.Words, Own = .., Length = 100 };
            Assert.True(Record.Exception(() => access.Run(mapped, trial)) is MappedFileFaultException, access.Name);
        }

        Assert.Throws<MappedFileFaultException>(() => mapped.Resize(CutFile.PageSize));
        Assert.Throws<MappedFileFaultException>(() => mapped.Resize(100 * CutFile.PageSize));
        Assert.Throws<MappedFileFaultException>(mapped.Validate);
        Assert.Throws<MappedFileFaultException>(() => mapped.Flush());
        Assert.Throws<MappedFileFaultException>(() => mapped.Flush(FlushLevel.Schedule));
        Assert.Equal(4 * CutFile.PageSize, new FileInfo(path).Length);

        mapped.Refresh();
        mapped.Validate();
        mapped.Flush();
        mapped.Resize(Truncation.Pattern.FileLength);
        Assert.Equal(0, mapped.Read<byte>(5 * CutFile.PageSize));
        byte[] left = new byte[4 * CutFile.PageSize];
        mapped.CopyTo(0, left);
        Assert.Equal(-1, Truncation.Pattern.Words.FindWrong(left, 0));
    }

    private static void FirstOffset(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        cut.CutToPages(1);
        Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(6 * CutFile.PageSize));

        foreach (long offset in new long[] { 0, CutFile.PageSize, 2 * CutFile.PageSize, 7 * CutFile.PageSize })
        {
            MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(offset));
            Assert.Equal(6 * CutFile.PageSize, fault.Offset);
        }
    }

    private static void TwoMappings(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile one = cut.Map();
        using MappedFile other = cut.Map();
        cut.CutToPages(3);
        Assert.Throws<MappedFileFaultException>(() => one.Read<byte>(4 * CutFile.PageSize));

        Assert.False(other.IsFaulted);
        Assert.Equal(CutFile.ValueAt(0), other.Read<byte>(0));
    }

    private static void DisposeFaulted(string[] arguments)
    {
        using var cut = new CutFile();
        MappedFile mapped = cut.Map();
        cut.CutToPages(3);
        Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(4 * CutFile.PageSize));

        mapped.Dispose();

        Assert.Throws<ObjectDisposedException>(() => mapped.Read<byte>(0));
    }

    private static void AssertComesBack(MappedFile mapped, int pages)
    {
        mapped.Refresh();
        Assert.False(mapped.IsFaulted);
        Assert.Equal(pages * CutFile.PageSize, mapped.Length);
        for (long page = 0; page < pages; page++)
        {
            Assert.Equal(CutFile.ValueAt(page * CutFile.PageSize), mapped.Read<byte>(page * CutFile.PageSize));
        }
    }
}
