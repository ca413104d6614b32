using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Windows.Smoke;

internal static class Sharing
{
    internal static void Two_mappings_of_a_file_see_each_other(string path)
    {
        using var one = MappedFile.Create(path, 10_000);
        using var two = MappedFile.Open(path, MapMode.ReadWrite);
        one.Write(5000, 1);
        Check.Equal(1, two.Read<int>(5000));
        two.Resize(50_000);
        two.Write(40_000, 2);
        Check.Equal(10_000L, one.Length);
        one.Refresh();
        Check.Equal(2, one.Read<int>(40_000));
    }

    internal static void A_file_that_others_have_mapped_cant_be_cut_on_Windows_the_error_names_it_and_nothing_changes(string path)
    {
        using var one = MappedFile.Create(path, 100_000);
        one.Write(99_996, 42);
        using var two = MappedFile.Open(path);
        if (OperatingSystem.IsWindows())
        {
            for (int i = 0; i < 3; i++)
            {
                IOException shrink = Check.Throws<IOException>(() => one.Resize(10));
                Check.That(shrink.Message.Contains("ERROR_USER_MAPPED_FILE", StringComparison.Ordinal), shrink.Message);
                Check.Equal(unchecked((int)0x800704C8), shrink.HResult);
                Check.Equal(100_000L, one.Length);
                Check.Equal(42, one.Read<int>(99_996));
                Check.Equal(42, two.Read<int>(99_996));
            }

            IOException create = Check.Throws<IOException>(() => MappedFile.Create(path, 10));
            Check.That(create.Message.Contains("ERROR_USER_MAPPED_FILE", StringComparison.Ordinal), create.Message);
            Check.Equal(100_000L, new FileInfo(path).Length);
            two.Dispose();
        }

        one.Resize(10);
        Check.Equal(10L, new FileInfo(path).Length);
    }

    internal static void A_share_that_others_refuse_is_an_IOException(string path)
    {
        using SafeFileHandle exclusive = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Check.Throws<IOException>(() => MappedFile.Open(path));
    }

    internal static void A_share_that_we_refuse_keeps_others_out(string path)
    {
        using var file = MappedFile.Create(path, 10, new MappedFileOptions { Share = FileShare.None });
        Check.Throws<IOException>(() => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite).Dispose());
    }
}
