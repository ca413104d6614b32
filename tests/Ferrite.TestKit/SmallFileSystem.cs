using System.Globalization;

namespace Ferrite.TestKit;

/// <summary>A file system of its own, small enough to be filled, unmounted at the end. Needs root.</summary>
public sealed class SmallFileSystem : IDisposable
{
    private readonly TempDirectory _directory;
    private string? _loopDevice;
    private HugePagePool? _pool;

    private SmallFileSystem(TempDirectory directory, Action<SmallFileSystem> mount)
    {
        _directory = directory;
        Directory.CreateDirectory(Path);
        try
        {
            mount(this);
        }
        catch
        {
            Detach();
            throw;
        }
    }

    /// <summary>Where it is mounted.</summary>
    public string Path => _directory.File("mount");

    /// <summary>A tmpfs of so many bytes.</summary>
    /// <exception cref="IOException">It can't be mounted.</exception>
    public static SmallFileSystem Tmpfs(long bytes, string? option = null) => new(new TempDirectory(), self =>
    {
        string options = string.Create(CultureInfo.InvariantCulture, $"size={bytes}") + (option is null ? "" : "," + option);
        Tool.Run("mount", "-t", "tmpfs", "-o", options, "ferrite-test", self.Path);
    });

    /// <summary>A hugetlbfs, and so many pages for it and for whoever else wants some.</summary>
    /// <exception cref="IOException">There are not so many, or it can't be mounted.</exception>
    public static SmallFileSystem HugeTlb(int pages) => new(new TempDirectory(), self =>
    {
        self._pool = new HugePagePool(pages);
        Tool.Run("mount", "-t", "hugetlbfs", "ferrite-test", self.Path);
    });

    /// <summary>
    /// An ext4 of so many bytes, its own structures included, without a journal and without blocks kept for root. Its device is a sparse
    /// file below <paramref name="imageRoot"/>, used without a cache in between.
    /// </summary>
    /// <exception cref="IOException">It can't be made or mounted.</exception>
    public static SmallFileSystem Ext4(long bytes, string? imageRoot = null) => new(new TempDirectory(imageRoot ?? System.IO.Path.GetTempPath()), self =>
    {
        string image = self._directory.SparseFile(bytes, "image");
        Tool.Run("mkfs.ext4", "-q", "-F", "-m", "0", "-b", "4096", "-O", "^has_journal", "-E", "lazy_itable_init=0", image);
        self._loopDevice = Tool.Run("losetup", "--find", "--show", "--direct-io=on", image).Trim();
        Tool.Run("mount", self._loopDevice, self.Path);
    });

    /// <summary>Takes from the device the blocks that hold zeros: it has to find new ones when they are written.</summary>
    public void DigHoles() => Tool.Run("fallocate", "--dig-holes", _directory.File("image"));

    /// <summary>From here on the device can't be read: what is not in memory is gone.</summary>
    public void LoseDevice()
    {
        using FileStream image = System.IO.File.OpenWrite(_directory.File("image"));
        image.SetLength(0);
    }

    /// <summary>The path of a file in it, which need not exist.</summary>
    public string File(string name = "data") => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // Lazily: a mapping that a failed test left open must not keep the others from running.
        Tool.Run("umount", "-l", Path);
        Detach();
    }

    private void Detach()
    {
        _pool?.Dispose();
        if (_loopDevice is not null)
        {
            Tool.Runs("losetup", "-d", _loopDevice);
        }

        _directory.Dispose();
    }
}
