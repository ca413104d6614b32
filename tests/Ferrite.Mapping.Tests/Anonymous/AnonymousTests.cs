using Ferrite.Mapping.Internal;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Anonymous;

public sealed class AnonymousTests : LeakCheckedTests
{
    private const Needs Sealed = Needs.Linux;

    private static readonly int Page = MappedFile.PageSize;

    [NeedsFact(Needs.Linux)]
    public void It_is_memory_without_a_name()
    {
        using MappedFile file = MappedFile.CreateAnonymous(10_000);

        Assert.Null(file.Path);
        Assert.Equal((MapMode.ReadWrite, 10_000L), (file.Mode, file.Length));
        Assert.False(file.Read(0, 10_000, static span => span.ContainsAnyExcept((byte)0)));
        file.Write(9_992, 42L);
        file.Flush();
        Assert.Equal(42L, file.Read<long>(9_992));
        file.Refresh();
        Assert.Equal(42L, file.Read<long>(9_992));
        file.Validate();
    }

    [Fact]
    public void It_is_read_and_written_and_has_a_length()
    {
        Assert.Throws<ArgumentException>(() => MappedFile.CreateAnonymous(1, new MappedFileOptions { Mode = MapMode.ReadOnly }));
        Assert.Throws<ArgumentException>(() => MappedFile.CreateAnonymous(1, new MappedFileOptions { Mode = MapMode.CopyOnWrite }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.CreateAnonymous(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.CreateAnonymous(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.CreateAnonymous(1, new MappedFileOptions { Prefault = (Prefault)9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.CreateAnonymous(1, new MappedFileOptions { HugePages = (Mapping.HugePages)9 }));
    }

    [NeedsFact(Sealed)]
    public void Nobody_can_change_its_length()
    {
        using MappedFile file = MappedFile.CreateAnonymous(3 * Page);
        using MappedView view = file.GetView();
        file.Write(2 * Page, 42L);

        NotSupportedException shrinking = Assert.Throws<NotSupportedException>(() => file.Resize(Page));
        NotSupportedException growing = Assert.Throws<NotSupportedException>(() => file.Resize(4 * Page));

        Assert.Contains("F_SEAL_SHRINK", shrinking.Message, StringComparison.Ordinal);
        Assert.Contains("F_SEAL_GROW", growing.Message, StringComparison.Ordinal);
        Assert.Equal(3 * Page, file.Length);
        Assert.True(view.IsValid);
        Assert.Equal(42L, view.Read<long>(2 * Page));
        file.Resize(3 * Page);
        Assert.Equal(FileSeals.Shrink | FileSeals.Grow, Backend.GetSeals(file.SafeFileHandle));
        Assert.Equal(Seals.NotPermitted, Seals.SetLength(file.SafeFileHandle, 0));
        Assert.Equal(Seals.NotPermitted, Seals.SetLength(file.SafeFileHandle, 4 * Page));
    }

    [NeedsFact(Sealed)]
    public void With_a_capacity_it_grows_but_never_shrinks()
    {
        using MappedFile file = MappedFile.CreateAnonymous(Page, new MappedFileOptions { Capacity = 4 * Page });
        using MappedView view = file.GetView();
        file.Write(8, 42L);

        file.Resize(4 * Page);
        file.Resize(64 * Page);

        Assert.Equal(42L, file.Read<long>(8));
        Assert.Equal(0L, file.Read<long>(63 * Page));
        Assert.True(view.IsValid);
        Assert.Throws<NotSupportedException>(() => file.Resize(63 * Page));
        Assert.Equal(64 * Page, file.Length);
        Assert.Equal(Seals.NotPermitted, Seals.SetLength(file.SafeFileHandle, 0));
    }

    [NeedsFact(Sealed)]
    public void An_empty_one_can_be_had_and_grown()
    {
        using MappedFile file = MappedFile.CreateAnonymous(0, new MappedFileOptions { Capacity = 1 });
        Assert.True(file.IsEmpty);

        file.Resize(100);

        file.Write(92, 42L);
        Assert.Equal(42L, file.Read<long>(92));
    }

    [NeedsFact(Sealed | Needs.FaultGuard)]
    public void It_needs_no_guard()
    {
        int before = Volatile.Read(ref Census.GuardSlots);
        using MappedFile file = MappedFile.CreateAnonymous(Page);
        using MappedFile same = MappedFile.FromHandle(Seals.Duplicate(file.SafeFileHandle));

        Assert.Equal(before, Volatile.Read(ref Census.GuardSlots));
        using MappedFile other = MappedFile.FromHandle(Seals.Unsealed(Page), new MappedFileOptions { Mode = MapMode.ReadWrite });
        Assert.Equal(before + 1, Volatile.Read(ref Census.GuardSlots));
        other.Resize(0);
    }

    [NeedsFact(Needs.Linux)]
    public void Preallocation_takes_the_memory_at_once()
    {
        using MappedFile file = MappedFile.CreateAnonymous(64 * Page, new MappedFileOptions { Preallocate = true });

        Assert.Equal(64, file.GetResidency(0, file.Length).ResidentPages);
    }

    [NeedsFact(Needs.Linux)]
    public void Handing_out_the_file_ends_the_mapping_and_not_the_memory()
    {
        MappedFile file = MappedFile.CreateAnonymous(Page);
        file.Write(8, 42L);
        SafeFileHandle handle = file.Unmap();
        Assert.Throws<ObjectDisposedException>(() => file.SafeFileHandle);

        using MappedFile again = MappedFile.FromHandle(handle);

        Assert.Same(handle, again.SafeFileHandle);
        Assert.Equal(42L, again.Read<long>(8));
    }
}
