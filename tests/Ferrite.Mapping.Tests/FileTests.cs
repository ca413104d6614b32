using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests;

/// <summary>Base of test classes that need files: a directory for each test, and the look for leaks after it.</summary>
public abstract class FileTests : LeakCheckedTests
{
    /// <summary>A file system in memory, where the OS has one: it does least by itself, flushing takes no time.</summary>
    protected static readonly string MemoryRoot = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly TempDirectory _directory;

    protected FileTests()
        : this(Path.GetTempPath())
    {
    }

    protected FileTests(string root) => _directory = new TempDirectory(root);

    protected string DirectoryPath => _directory.Path;

    /// <summary>The path of a file, which need not exist.</summary>
    protected string PathOf(string name = "data") => _directory.File(name);

    /// <summary>A file whose bytes are known, never zero, and differ from their neighbours: see <see cref="Bytes"/>.</summary>
    protected string FileOf(long length, string name = "data") => _directory.FileOf(Bytes.Of(length), name);

    /// <summary>A file that is one hole.</summary>
    protected string SparseFile(long length, string name = "data") => _directory.SparseFile(length, name);

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }
}
