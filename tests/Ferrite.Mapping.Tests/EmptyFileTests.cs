using System.Runtime.CompilerServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests;

public sealed class EmptyFileTests : FileTests
{
    public static TheoryData<MapMode> Modes => [.. Enum.GetValues<MapMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public void An_empty_file_is_mapped_and_has_nothing(MapMode mode)
    {
        using MappedFile file = MappedFile.Open(FileOf(0), mode);

        Assert.Equal(0, file.Length);
        Assert.Equal(0, file.Capacity);
        Assert.True(file.IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Read<byte>(0));
        file.CopyTo(0, []);
        Assert.Equal(0, file.Read(0, 0, static span => span.Length));
        Assert.Empty(file.ReadChunks(10));
        Assert.Equal(0, CountChunks(file));
        file.Flush();
        file.Validate();
        file.Refresh();
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Its_views_are_empty(MapMode mode)
    {
        using MappedFile file = MappedFile.Open(FileOf(0), mode);
        using MappedView view = file.GetView();
        using MappedView range = file.GetView(0, 0);

        Assert.Equal(0, view.Length);
        Assert.Equal(0, view.Offset);
        Assert.True(view.Span.IsEmpty);
        Assert.True(view.IsValid);
        Assert.True(range.Slice(0, 0).Span.IsEmpty);
        if (mode != MapMode.ReadOnly)
        {
            using WritableMappedView writable = file.GetWritableView();
            Assert.True(writable.Span.IsEmpty);
            file.Write(0, []);
        }
    }

    [Fact]
    public void The_default_view_is_an_empty_one()
    {
        MappedView view = default;
        WritableMappedView writable = default;

        Assert.Equal(0, view.Length + view.Offset + writable.Length + writable.Offset);
        Assert.True(view.Span.IsEmpty && writable.Span.IsEmpty);
        Assert.True(view.IsValid && writable.IsValid);
        view.Slice(0, 0).Validate();
        writable.Slice(0, 0).Validate();
        view.Dispose();
        writable.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(10_000)]
    public void It_grows_and_becomes_empty_again(int length)
    {
        string path = FileOf(0);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);

        file.Resize(length);
        Assert.Equal(new byte[length], file.Read(0, length, static span => span.ToArray()));
        file.Write(0, Bytes.Of(length));
        Assert.Equal(Bytes.Of(length), File.ReadAllBytes(path));

        file.Resize(0);
        Assert.True(file.IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Read<byte>(0));
        Assert.Empty(File.ReadAllBytes(path));

        file.Resize(length);
        Assert.Equal(new byte[length], file.Read(0, length, static span => span.ToArray()));
    }

    [Fact]
    public void It_grows_in_place_where_addresses_were_kept()
    {
        using MappedFile file = MappedFile.Open(FileOf(0), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = 100_000 });
        long capacity = file.Capacity;

        file.Resize(100_000);

        Assert.Equal(capacity, file.Capacity);
        Assert.Equal(0, file.Read<long>(100_000 - 8));
    }

    [Fact]
    public void What_others_append_shows_after_refresh()
    {
        string path = FileOf(0);
        using MappedFile file = MappedFile.Open(path);

        File.WriteAllBytes(path, Bytes.Of(100));
        Assert.True(file.IsEmpty);
        file.Refresh();

        Assert.Equal(Bytes.Of(100), file.Read(0, 100, static span => span.ToArray()));
    }

    /// <summary>An empty view over a page that is mapped for it and never unmapped is a leak that others have.</summary>
    [Fact]
    public void Empty_views_leave_nothing_behind()
    {
        string empty = FileOf(0), other = FileOf(10_000, "other");
        LeakProbe probe = LeakProbe.Start();
        TakeEmptyViews(empty, other);

        probe.AssertNoGrowth();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TakeEmptyViews(string empty, string other)
    {
        for (int i = 0; i < 2000; i++)
        {
            using MappedFile file = MappedFile.Open(empty, MapMode.ReadWrite);
            file.GetView().Dispose();
            file.GetWritableView(0, 0).Dispose();
            using MappedFile full = MappedFile.Open(other);
            full.GetView(5000, 0).Dispose();
            full.GetView(10_000, 0).Dispose();
        }
    }

    private static int CountChunks(MappedFile file)
    {
        int count = 0;
        foreach (ReadOnlySpan<byte> _ in file.Pages())
        {
            count++;
        }

        return count;
    }
}
