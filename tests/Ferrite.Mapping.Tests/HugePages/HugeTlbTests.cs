using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.HugePages;

/// <summary>Files made of huge pages: hugetlbfs, whose mappings can be replaced by whole pages only. The pool is put back afterwards.</summary>
public sealed class HugeTlbTests : LeakCheckedTests
{
    private const int PoolPages = 8;
    private const Needs Pool = Needs.Linux | Needs.HugePagePool;

    private readonly SmallFileSystem? _volume = Requirements.WhyUnmet(Pool) is null ? SmallFileSystem.HugeTlb(PoolPages) : null;

    private static long Huge { get; } = HugePagePool.PageSize;

    private string Path => _volume!.File();

    [NeedsFact(Pool)]
    public unsafe void It_is_a_file_like_any_other()
    {
        using (MappedFile file = MappedFile.Create(Path, 3 * Huge))
        {
            Assert.True(file.HugePagesInUse);
            Assert.Equal((3 * Huge, 3 * Huge), (file.Length, file.Capacity));
            Assert.Equal(0, (nint)file.DangerousGetPointer() % Huge);
            file.Write(Huge - 4, 0x0102_0304_0506_0708L);
            file.Flush();
            file.Flush(Huge + 5, 100, FlushLevel.Schedule);
        }

        using MappedFile again = MappedFile.Open(Path, new MappedFileOptions { Prefault = Prefault.Eager });
        Assert.Equal(0x0102_0304_0506_0708L, again.Read<long>(Huge - 4));
        Assert.Equal(PoolPages - 3, HugePagePool.Free);
    }

    [NeedsFact(Pool)]
    public void It_grows_and_shrinks_by_whole_pages()
    {
        using MappedFile file = MappedFile.Create(Path, 2 * Huge, new MappedFileOptions { Capacity = 100 * Huge });
        Assert.Equal(2 * Huge, file.Capacity);
        file.Write(8, 42L);

        file.Resize(4 * Huge);
        file.Write((4 * Huge) - 8, 43L);
        Assert.Equal(42L, file.Read<long>(8));
        Assert.Equal(4 * Huge, new FileInfo(Path).Length);
        file.Resize(Huge);

        Assert.Equal(42L, file.Read<long>(8));
        Assert.Equal(Huge, new FileInfo(Path).Length);
        Assert.Equal(PoolPages - 1, HugePagePool.Free);
    }

    [NeedsFact(Pool)]
    public void Another_length_is_refused_before_anything_is_touched()
    {
        using MappedFile file = MappedFile.Create(Path, 2 * Huge);
        using MappedView view = file.GetView();
        file.Write(Huge, 42L);

        Assert.Throws<IOException>(() => file.Resize(Huge + 1));
        Assert.Throws<IOException>(() => file.Resize((2 * Huge) + 4096));

        Assert.Equal(2 * Huge, file.Length);
        Assert.Equal(42L, view.Read<long>(Huge));
        Assert.True(view.IsValid);
        Assert.Throws<IOException>(() => MappedFile.Create(Path + "2", Huge + 1));
        Assert.False(File.Exists(Path + "2"));
    }

    [NeedsFact(Pool)]
    public void A_view_that_loses_its_end_reads_zeros_there_and_says_so()
    {
        using MappedFile file = MappedFile.Create(Path, 3 * Huge);
        WritableMappedView view = file.GetWritableView();
        view.Span.Fill(7);

        file.Resize(Huge);

        Assert.Equal(7, view.Span[(int)Huge - 1]);
        Assert.Equal(0, view.Span[(int)Huge]);
        Assert.False(view.IsValid);
        AssertFault(view);
    }

    [NeedsFact(Pool | Needs.FaultGuard)]
    public void A_cut_by_others_is_a_fault_and_not_the_end()
    {
        using MappedFile file = MappedFile.Create(Path, 4 * Huge);
        file.Write(8, 42L);
        file.Write((2 * Huge) + 8, 43L);
        Faults.CutFile.SetLength(Path, Huge);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Read<int>((2 * Huge) + 10_000));

        Assert.Equal(((2 * Huge) + 10_000, FaultCause.Truncated), (fault.Offset, fault.Cause));
        Assert.Throws<MappedFileFaultException>(() => file.Read<int>(8));
        file.Refresh();
        Assert.Equal(Huge, file.Length);
        Assert.Equal(42L, file.Read<long>(8));
    }

    [NeedsFact(Pool | Needs.FaultGuard)]
    public void Touching_finds_the_cut_too()
    {
        using MappedFile file = MappedFile.Create(Path, 4 * Huge);
        Faults.CutFile.SetLength(Path, Huge);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Touch(100, (4 * Huge) - 100));

        Assert.Equal((Huge, FaultCause.Truncated), (fault.Offset, fault.Cause));
    }

    [NeedsFact(Pool)]
    public void Disposing_gives_the_pages_back_under_a_view()
    {
        MappedFile file = MappedFile.Create(Path, 4 * Huge);
        MappedView view = file.GetView();
        file.Write(8, 42L);
        Assert.Equal(42L, view.Read<long>(8));
        File.Delete(Path);

        file.Dispose();

        Assert.Equal(PoolPages, HugePagePool.Free);
        Assert.Equal(0L, BitConverter.ToInt64(view.Span[8..16]));
        Assert.False(view.IsValid);
    }

    [NeedsFact(Pool)]
    public void An_empty_one_stays_empty_and_can_grow()
    {
        File.WriteAllBytes(Path, []);
        using (MappedFile empty = MappedFile.FromHandle(
            File.OpenHandle(Path, access: FileAccess.ReadWrite), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = Huge }))
        {
            Assert.Equal(0, empty.Length);
            Assert.Equal(0, new FileInfo(Path).Length);
            empty.Resize(Huge);
            empty.Write(8, 42L);
        }

        using MappedFile file = MappedFile.Open(Path);
        Assert.Equal(42L, file.Read<long>(8));
    }

    [NeedsFact(Pool)]
    public void Private_writes_stay_private()
    {
        MappedFile.Create(Path, Huge).Dispose();
        using MappedFile copy = MappedFile.Open(Path, MapMode.CopyOnWrite);
        copy.Write(8, 42L);

        using MappedFile file = MappedFile.Open(Path);

        Assert.Equal(0L, file.Read<long>(8));
        Assert.Equal(42L, copy.Read<long>(8));
    }

    [NeedsFact(Pool)]
    public void Everything_about_pages_does_something_sensible()
    {
        using MappedFile file = MappedFile.Create(Path, 2 * Huge);
        file.Write(8, 42L);
        foreach (MemoryAdvice advice in Enum.GetValues<MemoryAdvice>())
        {
            file.Advise(5, Huge, advice);
        }

        file.Prefetch(0, file.Length);
        file.Touch(5, Huge);
        file.Evict(5, Huge);
        file.Lock(5, Huge);
        file.Unlock(5, Huge);
        file.LockAll();
        file.Refresh();

        Assert.False(file.GetResidency(0, file.Length).IsKnown);
        Assert.False(PageResidency.Of(Path).IsKnown);
        Assert.Equal(42L, file.Read<long>(8));
    }

    [NeedsFact(Pool)]
    public void More_than_the_pool_has_is_refused()
    {
        IOException refused = Assert.Throws<IOException>(() => MappedFile.Create(Path, (PoolPages + 1) * Huge));

        Assert.Contains("ENOMEM", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
        using MappedFile all = MappedFile.Create(Path, PoolPages * Huge);
        Assert.Throws<IOException>(() => all.Resize((PoolPages + 1) * Huge));
        Assert.Equal(PoolPages * Huge, all.Length);
        Assert.Equal(PoolPages * Huge, new FileInfo(Path).Length);
    }

    [NeedsFact(Pool)]
    public void Anonymous_memory_comes_from_the_pool_where_it_can()
    {
        var prefer = new MappedFileOptions { HugePages = Mapping.HugePages.Prefer };
        using (MappedFile file = MappedFile.CreateAnonymous(2 * Huge, prefer))
        {
            Assert.True(file.HugePagesInUse);
            file.Write(Huge + 8, 42L);
            Assert.Equal(42L, file.Read<long>(Huge + 8));
            Assert.Equal(PoolPages - 1, HugePagePool.Free);
            Assert.Throws<NotSupportedException>(() => file.Resize(Huge));
        }

        Assert.Equal(PoolPages, HugePagePool.Free);
        using MappedFile odd = MappedFile.CreateAnonymous((2 * Huge) + 1, prefer);
        using MappedFile tooMuch = MappedFile.CreateAnonymous((PoolPages + 1) * Huge, prefer);
        Assert.Equal((2 * Huge) + 1, odd.Length);
        odd.Write(2 * Huge, (byte)1);
        tooMuch.Write(PoolPages * Huge, 42L);
        Assert.Equal(PoolPages, HugePagePool.Free);
    }

    [NeedsFact(Pool | Needs.OvercommitSetting)]
    public void Strict_overcommit_replaces_huge_pages_too() => ChildProcess.Run(WithStrictOvercommit, Path).AssertSucceeded();

    protected override void Dispose(bool disposing)
    {
        _volume?.Dispose();
        base.Dispose(disposing);
    }

    private static void WithStrictOvercommit(string[] arguments)
    {
        const string Setting = "/proc/sys/vm/overcommit_memory";
        string before = File.ReadAllText(Setting);
        File.WriteAllText(Setting, "2");
        try
        {
            MappedFile file = MappedFile.Create(arguments[0], 4 * Huge);
            MappedView view = file.GetView();
            file.Write(8, 42L);
            Faults.CutFile.SetLength(arguments[0], 2 * Huge);
            if (FaultGuard.IsSupported)
            {
                Assert.Throws<MappedFileFaultException>(() => file.Read<int>((3 * Huge) + 8));
                file.Refresh();
            }

            file.Dispose();
            Assert.Equal(0, view.Span[8]);
            Assert.False(view.IsValid);
        }
        finally
        {
            File.WriteAllText(Setting, before);
        }
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
}
