using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Opening;

/// <summary>Who owns the handle, at any time.</summary>
public sealed class HandleTests : FileTests
{
    [Fact]
    public void A_handle_is_taken_over_and_closed_with_the_mapping()
    {
        SafeFileHandle handle = Open(FileAccess.ReadWrite);
        MappedFile file = MappedFile.FromHandle(handle, new MappedFileOptions { Mode = MapMode.ReadWrite });
        Assert.Null(file.Path);
        Assert.Equal(Bytes.At(99), file.Read<byte>(99));
        Assert.False(handle.IsClosed);

        file.Dispose();

        Assert.True(handle.IsClosed);
    }

    [Fact]
    public void The_mode_is_read_only_unless_asked_otherwise()
    {
        using MappedFile file = MappedFile.FromHandle(Open(FileAccess.ReadWrite));

        Assert.Equal(MapMode.ReadOnly, file.Mode);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void A_handle_that_allows_less_than_the_mode_needs_stays_with_the_caller(int length)
    {
        using SafeFileHandle readable = Open(FileAccess.Read, length);
        using SafeFileHandle writable = Open(FileAccess.Write, length);

        Assert.Throws<UnauthorizedAccessException>(() => MappedFile.FromHandle(readable, new MappedFileOptions { Mode = MapMode.ReadWrite }));
        Assert.Throws<UnauthorizedAccessException>(() => MappedFile.FromHandle(writable));

        Assert.Equal(length, RandomAccess.GetLength(readable));
        Assert.Equal(length, RandomAccess.GetLength(writable));
    }

    [Fact]
    public void A_handle_that_cannot_be_mapped_stays_with_the_caller()
    {
        using SafeFileHandle handle = Open(FileAccess.Read);

        Assert.Throws<IOException>(() => MappedFile.FromHandle(handle, new MappedFileOptions { Capacity = 1L << 56 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.FromHandle(handle, new MappedFileOptions { Capacity = -1 }));

        Assert.Equal(100, RandomAccess.GetLength(handle));
    }

    [Fact]
    public void A_handle_that_is_none_is_refused()
    {
        SafeFileHandle closed = Open(FileAccess.Read);
        closed.Dispose();
        using var invalid = new SafeFileHandle(-1, ownsHandle: false);

        Assert.Throws<ArgumentNullException>(() => MappedFile.FromHandle(null!));
        Assert.Throws<ObjectDisposedException>(() => MappedFile.FromHandle(closed));
        Assert.Throws<ArgumentException>(() => MappedFile.FromHandle(invalid));
    }

    [Theory]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void Unmap_hands_the_file_back(MapMode mode)
    {
        MappedFile file = MappedFile.FromHandle(Open(FileAccess.ReadWrite), new MappedFileOptions { Mode = mode });
        if (mode != MapMode.ReadOnly)
        {
            file.Write(0, (byte)7);
        }

        using SafeFileHandle handle = file.Unmap();
        file.Dispose();

        byte[] first = new byte[1];
        Assert.Equal(1, RandomAccess.Read(handle, first, 0));
        Assert.Equal(mode == MapMode.ReadWrite ? 7 : Bytes.At(0), first[0]);
        Assert.Throws<ObjectDisposedException>(() => file.Read<byte>(0));
        Assert.Throws<ObjectDisposedException>(file.Unmap);
    }

    [Fact]
    public void What_is_unmapped_can_be_mapped_again()
    {
        using SafeFileHandle handle = MappedFile.Open(FileOf(100), MapMode.ReadWrite).Unmap();

        using MappedFile again = MappedFile.FromHandle(handle, new MappedFileOptions { Mode = MapMode.ReadWrite });
        again.Resize(200);

        Assert.Equal(200, RandomAccess.GetLength(handle));
    }

    private SafeFileHandle Open(FileAccess access, int length = 100) =>
        File.OpenHandle(FileOf(length), FileMode.Open, access, FileShare.ReadWrite);
}
