using Ferrite.Mapping.Tests.Advice;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.HugePages;

/// <summary>Transparent huge pages: where the file system and the kernel's settings allow them.</summary>
public sealed class TransparentTests : FileTests
{
    private const long Huge = 2 << 20;
    private const string Setting = "/sys/kernel/mm/transparent_hugepage/shmem_enabled";

    private static readonly MappedFileOptions Prefer = new() { Mode = MapMode.ReadWrite, HugePages = Mapping.HugePages.Prefer };
    private static readonly MappedFileOptions Require = new() { Mode = MapMode.ReadWrite, HugePages = Mapping.HugePages.Require };

    [NeedsFact(Needs.Linux)]
    public unsafe void The_mapping_is_aligned_and_the_capacity_rounded()
    {
        for (int i = 0; i < 20; i++)
        {
            // The addresses of one are used for the next.
            using MappedFile ordinary = MappedFile.Open(SparseFile(Huge, "ordinary"), MapMode.ReadWrite);
            using MappedFile file = MappedFile.Create(PathOf(), 100 + i, Prefer);

            Assert.Equal(0, (nint)file.DangerousGetPointer() % Huge);
            Assert.Equal(Huge, file.Capacity);
            file.Resize(2 * Huge);
            file.Resize((4 * Huge) + 1);
            Assert.Equal(0, (nint)file.DangerousGetPointer() % Huge);
            file.Write(4 * Huge, (byte)1);
        }
    }

    [NeedsFact(Needs.HugeTmpfs)]
    public void Tmpfs_that_has_them_gives_them()
    {
        using var volume = SmallFileSystem.Tmpfs(16 << 20, "huge=advise");

        using MappedFile file = MappedFile.Create(volume.File(), 3 * Huge, Require);

        Assert.True(file.HugePagesInUse);
        file.Touch(0, file.Length);
        Assert.Equal(3 * Huge, Pages.Sum("ShmemPmdMapped", file));
        file.Refresh();
        file.Touch(0, file.Length);
        Assert.Equal(3 * Huge, Pages.Sum("ShmemPmdMapped", file));
    }

    [NeedsFact(Needs.HugeTmpfs)]
    public void They_can_be_cut_disposed_and_lost_like_any_other()
    {
        using var volume = SmallFileSystem.Tmpfs(16 << 20, "huge=advise");
        using MappedFile file = MappedFile.Create(volume.File(), 3 * Huge, Require);
        file.Write(Huge + 8, 42L);
        file.Touch(0, file.Length);

        // Inside a huge page.
        file.Resize(Huge + MappedFile.PageSize);
        Assert.Equal(42L, file.Read<long>(Huge + 8));
        file.Resize(3 * Huge);
        file.Touch(0, file.Length);
        Faults.CutFile.SetLength(volume.File(), Huge + MappedFile.PageSize);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Read<int>((2 * Huge) + 4));
        Assert.Equal(((2 * Huge) + 4, FaultCause.Truncated), (fault.Offset, fault.Cause));
        file.Refresh();
        Assert.Equal(42L, file.Read<long>(Huge + 8));
    }

    [NeedsFact(Needs.Linux | Needs.Mount)]
    public void Tmpfs_that_has_none_goes_without_or_fails_as_asked()
    {
        using var volume = SmallFileSystem.Tmpfs(16 << 20, "huge=never");
        using (MappedFile file = MappedFile.Create(volume.File(), 3 * Huge, Prefer))
        {
            file.Touch(0, file.Length);
            Assert.False(file.HugePagesInUse);
        }

        File.Delete(volume.File());
        IOException refused = Assert.Throws<IOException>(() => MappedFile.Create(volume.File(), 3 * Huge, Require));

        Assert.Contains("huge pages", refused.Message, StringComparison.Ordinal);
        Assert.Contains(volume.File(), refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(volume.File()));
    }

    /// <summary>Whether it has them is the kernel's affair; that it is true is ours.</summary>
    [NeedsFact(Needs.Linux)]
    public void On_disk_what_is_required_is_had_or_refused()
    {
        string path = FileOf(3 * Huge);
        try
        {
            using MappedFile file = MappedFile.Open(path, Require);
            Assert.True(file.HugePagesInUse);
            Assert.InRange(Pages.Sum("FilePmdMapped", file), Huge, 3 * Huge);
        }
        catch (IOException e)
        {
            Assert.Contains("huge pages", e.Message, StringComparison.Ordinal);
        }
    }

    [NeedsFact(Needs.Linux)]
    public void Nobody_asked_for_any()
    {
        using MappedFile file = MappedFile.Open(FileOf(100));

        Assert.False(file.HugePagesInUse);
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.HugePagesInUse);
    }

    [NeedsFact(Needs.HugeTmpfs)]
    public unsafe void Advice_alone_does_where_the_address_happens_to_be_aligned()
    {
        using var volume = SmallFileSystem.Tmpfs(16 << 20, "huge=advise");
        using MappedFile file = MappedFile.Create(volume.File(), 8 * Huge);
        Assert.False(file.HugePagesInUse);

        file.Advise(0, file.Length, MemoryAdvice.HugePage);

        Assert.Equal((nint)file.DangerousGetPointer() % Huge == 0, file.HugePagesInUse);
    }

    [NeedsFact(Needs.HugeTmpfs | Needs.HugePagePool)]
    public void Anonymous_memory_gets_them_where_the_setting_allows()
    {
        // Where the pool has pages, and a killed run may have left it some, anonymous memory comes from there.
        using var none = new HugePagePool(0);
        string before = File.ReadAllText(Setting);
        try
        {
            File.WriteAllText(Setting, "advise");
            using (MappedFile file = MappedFile.CreateAnonymous(3 * Huge, new MappedFileOptions { HugePages = Mapping.HugePages.Require }))
            {
                file.Touch(0, file.Length);
                Assert.True(file.HugePagesInUse);
                Assert.Equal(3 * Huge, Pages.Sum("ShmemPmdMapped", file));
            }

            File.WriteAllText(Setting, "never");
            Assert.Throws<IOException>(
                () => MappedFile.CreateAnonymous(3 * Huge, new MappedFileOptions { HugePages = Mapping.HugePages.Require }));
            using MappedFile without = MappedFile.CreateAnonymous(3 * Huge, new MappedFileOptions { HugePages = Mapping.HugePages.Prefer });
            Assert.False(without.HugePagesInUse);
        }
        finally
        {
            int start = before.IndexOf('[', StringComparison.Ordinal) + 1;
            File.WriteAllText(Setting, before[start..before.IndexOf(']', StringComparison.Ordinal)]);
        }
    }
}
