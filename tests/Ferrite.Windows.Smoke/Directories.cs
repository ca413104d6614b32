using Ferrite.Handles;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Windows.Smoke;

/// <summary>DirectoryHandle. Each makes a directory beside the path it is given.</summary>
internal static class Directories
{
    internal static void Directories_create_open_list_move_and_delete(string path) => OnDirectory(path, static root =>
    {
        using (DirectoryHandle deep = root.CreateDirectory("a/b/c"))
        {
            using SafeFileHandle file = deep.CreateFile("file");
            RandomAccess.Write(file, "content"u8, 0);
        }

        Check.Equal("content", Read(root, "a/b/./c//file"));
        Check.Throws<IOException>(() => root.CreateFile("a/b/c/file").Dispose());
        Check.Equal("c", root.Enumerate("a/b").Single().Name);
        Check.Equal(new DirectoryEntry("file", EntryKind.File), root.Enumerate("a/b/c").Single());
        root.Move("a/b/c/file", "moved");
        root.CreateFile("other").Dispose();
        Check.Throws<IOException>(() => root.Move("other", "moved"));
        root.Move("other", "moved", overwrite: true);
        Check.Equal("", Read(root, "moved"));
        root.Delete("a", recursive: true);
        root.Delete("moved");
        Check.Throws<FileNotFoundException>(() => root.OpenFile("moved"));
        Check.Throws<DirectoryNotFoundException>(() => root.OpenDirectory("a"));
        Check.That(!root.Enumerate().Any());
    });

    internal static void Directories_refuse_names_that_lead_outside(string path) => OnDirectory(path, static root =>
    {
        string[] names = ["", "..", "../x", "a/../..", "a\\..\\..\\x", "/", "\\", "\\\\server\\share", "\\??\\C:\\x", "C:\\x", "C:x", "a\0", "x:stream"];
        foreach (string name in OperatingSystem.IsWindows() ? names : names[..4])
        {
            Check.Throws<PathEscapeException>(() => root.OpenFile(name));
            Check.Throws<PathEscapeException>(() => root.CreateFile(name));
            Check.Throws<PathEscapeException>(() => root.CreateDirectory(name));
            Check.Throws<PathEscapeException>(() => root.Delete(name));
            Check.Throws<PathEscapeException>(() => root.Move(name, "y"));
        }

        Check.That(!root.Enumerate().Any());
    });

    internal static void Directories_know_metadata_and_share_modes(string path) => OnDirectory(path, static root =>
    {
        using (SafeFileHandle file = root.CreateFile("file", FileMode.OpenOrCreate, share: FileShare.None))
        {
            RandomAccess.Write(file, new byte[10], 0);
            Check.Throws<IOException>(() => root.OpenFile("file").Dispose());
        }

        EntryMetadata metadata = root.GetMetadata("FILE".ToLowerInvariant());
        Check.Equal(10L, metadata.Length);
        Check.Equal(EntryKind.File, metadata.Kind);
        Check.That(metadata.LastWriteTime > DateTimeOffset.UtcNow.AddHours(-1) && metadata.LastWriteTime < DateTimeOffset.UtcNow.AddHours(1));
        Check.Equal(EntryKind.Directory, root.GetMetadata().Kind);
        Check.That(!metadata.IsSameEntry(root.GetMetadata()));
        root.CreateFile("file", FileMode.Create).Dispose();
        Check.Equal(0L, root.GetMetadata("file").Length);
        Check.Throws<UnauthorizedAccessException>(() => root.OpenFile("."));
        Check.Throws<DirectoryNotFoundException>(() => root.OpenFile("file/x"));
        Check.Throws<DirectoryNotFoundException>(() => root.OpenDirectory("file"));
        Check.Throws<PathTooLongException>(() => root.OpenFile(new string('x', 300)));
    });

    internal static void Directories_take_archives_and_lend_files_to_mappings(string path) => OnDirectory(path, static root =>
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in (string[])["dir/file", "../evil", "fine"])
            {
                using Stream content = archive.CreateEntry(name).Open();
                content.Write("archive"u8);
            }
        }

        ExtractionResult result = stream.ExtractZipTo(root);
        Check.Equal("../evil", result.Refused.Single().Name);
        Check.Equal(2, stream.ExtractZipTo(root, new ExtractionOptions { Overwrite = true }).Extracted.Count);
        Check.Equal("archive", Read(root, "dir/file"));
        using MappedFile mapped = MappedFile.Open(root, "fine");
        Check.Equal((byte)'a', mapped.Read<byte>(0));
    });

    private static void OnDirectory(string path, Action<DirectoryHandle> check)
    {
        path += "-dir";
        System.IO.Directory.CreateDirectory(path);
        try
        {
            using DirectoryHandle root = DirectoryHandle.Open(path);
            check(root);
        }
        finally
        {
            System.IO.Directory.Delete(path, recursive: true);
        }
    }

    private static string Read(DirectoryHandle root, string name)
    {
        using SafeFileHandle file = root.OpenFile(name);
        byte[] bytes = new byte[RandomAccess.GetLength(file)];
        _ = RandomAccess.Read(file, bytes, 0);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }
}
