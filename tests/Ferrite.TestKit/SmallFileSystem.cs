using System.Globalization;

namespace Ferrite.TestKit;

/// <summary>A file system of its own, small enough to be filled, unmounted at the end. Needs root.</summary>
public sealed class SmallFileSystem : IDisposable
{
    private readonly TempDirectory _directory = new();

    private SmallFileSystem(Action<SmallFileSystem> mount)
    {
        Directory.CreateDirectory(Path);
        try
        {
            mount(this);
        }
        catch
        {
            _directory.Dispose();
            throw;
        }
    }

    /// <summary>Where it is mounted.</summary>
    public string Path => _directory.File("mount");

    /// <summary>A tmpfs of so many bytes.</summary>
    /// <exception cref="IOException">It can't be mounted.</exception>
    public static SmallFileSystem Tmpfs(long bytes) => new(self =>
        Tool.Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "ferrite-test", self.Path));

    /// <summary>An ext4 of so many bytes, its own structures included, without a journal and without blocks kept for root.</summary>
    /// <exception cref="IOException">It can't be made or mounted.</exception>
    public static SmallFileSystem Ext4(long bytes) => new(self =>
    {
        string image = self._directory.SparseFile(bytes, "image");
        Tool.Run("mkfs.ext4", "-q", "-F", "-m", "0", "-b", "4096", "-O", "^has_journal", image);
        Tool.Run("mount", "-o", "loop", image, self.Path);
    });

    /// <summary>The path of a file in it, which need not exist.</summary>
    public string File(string name = "data") => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // Lazily: a mapping that a failed test left open must not keep the others from running.
        Tool.Run("umount", "-l", Path);
        _directory.Dispose();
    }
}
