using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Windows.Smoke;

internal static class Opening
{
    internal static void Create_makes_zeros_and_truncates_what_is_there(string path)
    {
        File.WriteAllBytes(path, [1, 2, 3]);
        using var file = MappedFile.Create(path, 10_000);
        Check.Equal(10_000L, file.Length);
        Check.That(file.Capacity >= 10_000);
        Check.Equal(MapMode.ReadWrite, file.Mode);
        Check.Equal(Path.GetFullPath(path), file.Path);
        using MappedView view = file.GetView();
        Check.That(!view.Span.ContainsAnyExcept((byte)0));
    }

    internal static void OpenOrCreate_creates_once(string path)
    {
        using (var file = MappedFile.OpenOrCreate(path, 100))
        {
            file.Write(0, 42);
        }

        using var again = MappedFile.OpenOrCreate(path, 5000);
        Check.Equal(100L, again.Length);
        Check.Equal(42, again.Read<int>(0));
    }

    internal static void Open_is_read_only_and_what_isnt_there_isnt_found(string path)
    {
        Check.Throws<FileNotFoundException>(() => MappedFile.Open(path));
        File.WriteAllBytes(path, new byte[100]);
        using var file = MappedFile.Open(path);
        Check.Equal(MapMode.ReadOnly, file.Mode);
        Check.Throws<NotSupportedException>(() => file.Write(0, 1));
        Check.Throws<NotSupportedException>(() => file.Write(0, new byte[1]));
        Check.Throws<NotSupportedException>(() => file.GetWritableView().Dispose());
        Check.Throws<NotSupportedException>(() => file.GetWritableView(0, 1).Dispose());
        Check.Throws<NotSupportedException>(() => file.WritableChunks(10).GetEnumerator().Dispose());
        Check.Throws<NotSupportedException>(() => file.Resize(10));
        file.Flush();
    }

    internal static void Empty_files_map_read_as_nothing_and_grow(string path)
    {
        using var file = MappedFile.Create(path, 0);
        Check.That(file.IsEmpty);
        Check.Throws<ArgumentOutOfRangeException>(() => file.Read<byte>(0));
        using (MappedView view = file.GetView())
        {
            Check.Equal(0, view.Span.Length);
        }

        foreach (ReadOnlySpan<byte> chunk in file.Chunks(10))
        {
            Check.Equal(-1, chunk.Length);
        }

        file.Flush();
        file.Refresh();
        file.Resize(5);
        file.Write(4, (byte)7);
        Check.Equal((byte)7, file.Read<byte>(4));
        file.Resize(0);
        Check.That(file.IsEmpty);
    }

    internal static void FromHandle_takes_the_file_over_Unmap_gives_it_back(string path)
    {
        SafeFileHandle handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(handle, new byte[100], 0);
        var file = MappedFile.FromHandle(handle, new MappedFileOptions { Mode = MapMode.ReadWrite });
        Check.Equal(null, file.Path);
        file.Write(0, 77);
        using SafeFileHandle back = file.Unmap();
        Check.That(ReferenceEquals(handle, back) && !back.IsClosed);
        byte[] bytes = new byte[4];
        RandomAccess.Read(back, bytes, 0);
        Check.Equal(77, BitConverter.ToInt32(bytes));
        Check.Throws<ObjectDisposedException>(() => file.Read<int>(0));
        RandomAccess.SetLength(back, 0);
    }

    internal static void FromHandle_without_the_access_it_needs_leaves_the_handle_alone(string path)
    {
        File.WriteAllBytes(path, new byte[100]);
        using SafeFileHandle handle = File.OpenHandle(path);
        Check.Throws<UnauthorizedAccessException>(() => MappedFile.FromHandle(handle, new MappedFileOptions { Mode = MapMode.ReadWrite }));
        Check.That(!handle.IsClosed);
    }

    internal static void CopyOnWrite_keeps_writes_to_itself_until_Refresh(string path)
    {
        File.WriteAllBytes(path, new byte[10_000]);
        using var file = MappedFile.Open(path, MapMode.CopyOnWrite);
        using var other = MappedFile.Open(path, MapMode.ReadWrite);
        file.Write(5000, 1);
        other.Write(0, 2);
        Check.Equal(0, other.Read<int>(5000));
        Check.Equal(2, file.Read<int>(0));
        file.Flush();
        file.Refresh();
        Check.Equal(0, file.Read<int>(5000));
        Check.Throws<NotSupportedException>(() => file.Resize(1));
    }

    internal static void Preallocate_takes_the_blocks(string path)
    {
        if (Check.IsWine)
        {
            // Which has no FileAllocationInfo: refused, and nothing is left behind.
            IOException refused = Check.Throws<IOException>(() => MappedFile.Create(path, 10, new MappedFileOptions { Preallocate = true }));
            Check.That(refused.Message.Contains("FileAllocationInfo", StringComparison.Ordinal), refused.Message);
            Check.That(!File.Exists(path));
            return;
        }

        using var file = MappedFile.Create(path, 1 << 20, new MappedFileOptions { Preallocate = true });
        Check.Equal(1L << 20, file.Length);
        file.Resize(2 << 20);
        file.Write((2 << 20) - 4, 5);
        Check.Equal(5, file.Read<int>((2 << 20) - 4));
        Check.Equal(2L << 20, new FileInfo(path).Length);
    }

    internal static void Directories_are_refused(string path)
    {
        Check.Throws<UnauthorizedAccessException>(() => MappedFile.Open(Path.GetTempPath()));
    }
}
