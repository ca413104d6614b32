using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

internal static class Resizing
{
    internal static void Growing_within_and_past_the_capacity_keeps_bytes_and_adds_zeros(string path)
    {
        using var file = MappedFile.Create(path, 10, new MappedFileOptions { Capacity = 20_000 });
        file.Write(6, 42);
        foreach (long length in (long[])[11, 4096, 4097, 20_000, 20_001, 1 << 20, (3 << 20) + 5])
        {
            file.Resize(length);
            Check.Equal(length, file.Length);
            Check.Equal(length, new FileInfo(path).Length);
            Check.Equal(42, file.Read<int>(6));
            Check.That(!file.Read(10, (int)length - 10, span => span.ContainsAnyExcept((byte)0)));
            Check.That(file.Capacity >= length);
        }
    }

    internal static void Shrinking_cuts_and_what_grows_back_is_zero(string path)
    {
        using var file = MappedFile.Create(path, 100_000);
        file.Write(0, new byte[100_000].Select(static _ => (byte)1).ToArray());
        foreach (long length in (long[])[99_999, 65_536, 4097, 4096, 100, 1, 0])
        {
            file.Resize(length);
            Check.Equal(length, file.Length);
            Check.Equal(length, new FileInfo(path).Length);
            Check.That(file.Read(0, (int)length, span => !span.ContainsAnyExcept((byte)1)));
            file.Resize(100_000);
            Check.That(file.Read((int)length, 100_000 - (int)length, span => !span.ContainsAnyExcept((byte)0)));
            file.Resize(length);
        }
    }

    internal static void A_view_that_is_held_refuses_a_shrink_or_knows_of_it(string path)
    {
        using var file = MappedFile.Create(path, 100_000);
        file.Write(0, 42);
        MappedView view = file.GetView(50_000, 10);
        if (OperatingSystem.IsWindows())
        {
            Check.Throws<IOException>(() => file.Resize(10));
            Check.Equal(100_000L, file.Length);
            Check.Equal(100_000L, new FileInfo(path).Length);
            Check.Equal(42, file.Read<int>(0));
            view.Validate();
            view.Dispose();
            file.Resize(10);
        }
        else
        {
            file.Resize(10);
            Check.That(!view.IsValid);
        }

        Check.Equal(10L, file.Length);
        Check.Equal(42, file.Read<int>(0));
    }

    internal static void Code_that_runs_over_the_bytes_may_resize_or_is_told_why_not(string path)
    {
        using var file = MappedFile.Create(path, 100_000);
        int seen = file.Read(0, 10, span =>
        {
            file.Resize(200_000);
            if (OperatingSystem.IsWindows())
            {
                Check.Throws<IOException>(() => file.Resize(10));
            }

            return span[0] + file.Read<int>(150_000);
        });
        Check.Equal(0, seen);
        Check.Equal(200_000L, file.Length);
    }

    internal static void Refresh_shows_what_others_did_to_the_length(string path)
    {
        File.WriteAllBytes(path, new byte[100]);
        using var file = MappedFile.Open(path);
        using (FileStream stream = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.Write(new byte[9900]);
            stream.WriteByte(5);
        }

        Check.Equal(100L, file.Length);
        file.Validate();
        file.Refresh();
        Check.Equal(10_001L, file.Length);
        Check.Equal((byte)5, file.Read<byte>(10_000));
    }

    internal static void What_others_appended_is_cut_by_a_resize_too(string path)
    {
        foreach (int mapped in (int[])[0, 100])
        {
            File.WriteAllBytes(path, new byte[mapped]);
            using var file = MappedFile.Open(path, MapMode.ReadWrite);
            using (FileStream stream = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                stream.Write(new byte[20_000]);
            }

            file.Resize(mapped + 50);
            Check.Equal(mapped + 50L, file.Length);
            Check.Equal(mapped + 50L, new FileInfo(path).Length);
            Check.Equal((byte)0, file.Read<byte>(mapped + 49));
        }
    }

    internal static void A_length_that_cant_be_had_changes_nothing(string path)
    {
        using var file = MappedFile.Create(path, 100);
        file.Write(0, 42);
        Check.Throws<ArgumentOutOfRangeException>(() => file.Resize(-1));
        Check.Throws<ArgumentOutOfRangeException>(() => file.Resize(long.MaxValue));
        Check.Throws<IOException>(() => file.Resize(1L << 55));
        Check.Equal(100L, file.Length);
        Check.Equal(100L, new FileInfo(path).Length);
        Check.Equal(42, file.Read<int>(0));
    }
}
