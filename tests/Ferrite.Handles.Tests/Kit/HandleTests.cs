using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Kit;

/// <summary>Base of tests with a directory of their own, which leave no descriptor behind.</summary>
public abstract class HandleTests : LeakCheckedTests
{
    private readonly TempDirectory _directory = new();

    protected string PathOf(string name = "data") => _directory.File(name);

    /// <summary>A file with bytes in it, open for reading and writing.</summary>
    protected SafeFileHandle OpenFile(string name = "data", string content = "0123456789")
    {
        File.WriteAllText(PathOf(name), content);
        return File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }
}
