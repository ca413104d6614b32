namespace Ferrite.Mapping.Tests.Resizing;

/// <summary>
/// The last page of a file that was cut inside it stays mapped in the old regions, so a store that comes too late lands behind the file's
/// end. It must not become part of the file as that grows again. In memory, since newer kernels clear it by themselves on disk.
/// </summary>
public sealed class LateStoreTests() : FileTests(MemoryRoot)
{
    private const int Cut = 5000;
    private const int Before = 8192;

    [Theory]
    [InlineData(Cut + 1, 0)]
    [InlineData(Before, 0)]
    [InlineData(3 * Before, 0)]
    [InlineData(Before, 8 * Before)]
    public void Growing_brings_back_zeros(long grown, long capacity)
    {
        using MappedFile file = MappedFile.Open(FileOf(Before), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = capacity });
        StoreBehind(file, static file => file.Resize(Cut), Cut);

        file.Resize(grown);

        AssertZerosAfter(file, Cut);
    }

    [Fact]
    public void Growing_after_refresh_brings_back_zeros()
    {
        using MappedFile file = MappedFile.Open(FileOf(Before), MapMode.ReadWrite);
        StoreBehind(file, static file => file.Resize(Cut), Cut);

        file.Refresh();
        file.Resize(Before);

        AssertZerosAfter(file, Cut);
    }

    [Fact]
    public void Growing_after_reopening_brings_back_zeros()
    {
        string path = FileOf(Before);
        using (MappedFile first = MappedFile.Open(path, MapMode.ReadWrite))
        {
            StoreBehind(first, static file => file.Resize(Cut), Cut);
        }

        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        file.Resize(Before);

        AssertZerosAfter(file, Cut);
    }

    /// <summary>What others appended belongs to the file; what lies behind it does not.</summary>
    [Fact]
    public void Growing_after_others_appended_keeps_theirs_and_brings_back_zeros()
    {
        byte[] theirs = Bytes.Of(100, offset: 7);
        string path = FileOf(Before);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        StoreBehind(file, file =>
        {
            file.Resize(Cut);
            File.AppendAllBytes(path, theirs);
        }, Cut + theirs.Length);

        file.Resize(Before);

        Assert.Equal(theirs, file.Read(Cut, theirs.Length, static span => span.ToArray()));
        AssertZerosAfter(file, Cut + theirs.Length);
    }

    [Fact]
    public void A_cut_by_many_pages_leaves_no_way_to_the_file_behind_its_end()
    {
        string path = FileOf(10 * Before);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        StoreBehind(file, static file => file.Resize(Cut), Cut);

        file.Resize(10 * Before);

        AssertZerosAfter(file, Cut);
        Assert.Equal(Bytes.Of(Cut), file.Read(0, Cut, static span => span.ToArray()));
    }

    private static void StoreBehind(MappedFile file, Action<MappedFile> cut, long end)
    {
        WritableMappedView view = file.GetWritableView();
        cut(file);
        view.Span[(int)end..].Fill(0xEE);
        AssertFault(view);
    }

    private static void AssertFault(WritableMappedView view)
    {
        try
        {
            view.Dispose();
        }
        catch (MappedFileFaultException)
        {
            return;
        }

        Assert.Fail("A view that lost its end ended quietly.");
    }

    private static void AssertZerosAfter(MappedFile file, long end) =>
        Assert.Equal(-1, file.Read(end, (int)(file.Length - end), static span => span.IndexOfAnyExcept((byte)0)));
}
