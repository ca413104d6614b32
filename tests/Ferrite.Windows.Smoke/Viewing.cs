using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

internal static class Viewing
{
    internal static void Views_slices_and_slices_of_slices(string path)
    {
        using var file = MappedFile.Create(path, 10_000);
        using (WritableMappedView view = file.GetWritableView(10, 9000))
        {
            view.Span.Fill(1);
            view.Write(8992, long.MaxValue);
            using WritableMappedView part = view.Slice(100, 50).Slice(10, 8);
            Check.Equal(120L, part.Offset);
            part.Write(0, 0x0202020202020202);
            Check.That(view.IsValid && part.IsValid);
        }

        Check.Equal((byte)0, file.Read<byte>(9));
        Check.Equal((byte)1, file.Read<byte>(119));
        Check.Equal(0x0202020202020202, file.Read<long>(120));
        Check.Equal(long.MaxValue, file.Read<long>(9002));
        using MappedView whole = file.GetView();
        Check.Equal(2, whole.Slice(120, 8).Span[7]);
        Check.Throws<ArgumentOutOfRangeException>(() =>
        {
            using MappedView view = file.GetView();
            view.Slice(9_999, 2);
        });
    }

    internal static void A_view_that_is_copied_ends_once(string path)
    {
        using var file = MappedFile.Create(path, 10_000);
        MappedView view = file.GetView();
        MappedView copy = view;
        MappedView second = file.GetView();
        view.Dispose();
        copy.Dispose();
        copy.Dispose();
        file.Dispose();
        Check.Equal(0, second.Span[9_999]);
        Check.That(!second.IsValid);
        ThrowsDisposed(second);
    }

    internal static void A_disposed_view_doesnt_reach_what_is_gone(string path)
    {
        using var file = MappedFile.Create(path, 10_000);
        MappedView view = file.GetView();
        WritableMappedView writable = file.GetWritableView();
        ChunkEnumerable.Enumerator chunks = file.Chunks(100).GetEnumerator();
        Check.That(chunks.MoveNext());
        view.Dispose();
        writable.Dispose();
        chunks.Dispose();
        file.Dispose();
        CheckAfterDispose(view, writable, chunks);
    }

    internal static void Chunks_and_pages_read_and_written_in_whole_and_in_part(string path)
    {
        using var file = MappedFile.Create(path, 10_001);
        byte number = 0;
        foreach (Span<byte> chunk in file.WritableChunks(1000))
        {
            chunk.Fill(++number);
        }

        Check.Equal(11, number);
        int total = 0;
        int index = 0;
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(1000))
        {
            Check.That(!chunk.ContainsAnyExcept((byte)++index));
            total += chunk.Length;
        }

        Check.Equal(10_001, total);
        foreach (ReadOnlySpan<byte> page in file.Pages())
        {
            Check.Equal(MappedFile.PageSize, page.Length);
            break;
        }

        Check.Equal(11, file.ReadChunks(1000).Count());
        Check.Equal(1, file.ReadChunks(1000).Last().Length);
    }

    internal static void A_view_keeps_a_given_up_mapping_alive_and_only_that_long(string path)
    {
        File.WriteAllBytes(path, [1, 2, 3, 4, 5]);
        var file = MappedFile.Open(path, MapMode.ReadWrite);
        WritableMappedView view = file.GetWritableView();
        file.Refresh();
        view.Span[0] = 9;
        Check.Equal((byte)9, file.Read<byte>(0));
        file.Resize(20_000);
        view.Span[1] = 8;
        Check.Equal((byte)8, file.Read<byte>(1));
        Check.Equal(5L, view.Length);
        view.Validate();
        file.Dispose();
        if (OperatingSystem.IsWindows())
        {
            Check.That(!Check.CanBeCut(path), "mapped while the view is held");
            Check.Equal(9, view.Span[0]);
        }

        ThrowsDisposed(view);
    }

    /// <summary>On Unix the bytes stay readable as long as anybody refers to them; on Windows they may be gone, so it says so.</summary>
    private static void CheckAfterDispose(MappedView view, WritableMappedView writable, ChunkEnumerable.Enumerator chunks)
    {
        int refused = 0;
        try
        {
            _ = view.Span[0];
        }
        catch (ObjectDisposedException)
        {
            refused++;
        }

        try
        {
            writable.Write(0, 1);
        }
        catch (ObjectDisposedException)
        {
            refused++;
        }

        try
        {
            _ = chunks.Current[0];
        }
        catch (ObjectDisposedException)
        {
            refused++;
        }

        try
        {
            _ = view.Slice(1, 1).Span[0];
        }
        catch (ObjectDisposedException)
        {
            refused++;
        }

        Check.Equal(OperatingSystem.IsWindows() ? 4 : 0, refused);
    }

    internal static void ThrowsDisposed(MappedView view)
    {
        try
        {
            view.Dispose();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        throw new CheckFailedException("a view of a disposed file ended quietly");
    }

    internal static void ThrowsDisposed(WritableMappedView view)
    {
        try
        {
            view.Dispose();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        throw new CheckFailedException("a view of a disposed file ended quietly");
    }
}
