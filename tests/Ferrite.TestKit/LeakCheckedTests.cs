namespace Ferrite.TestKit;

/// <summary>
/// Base of every test class that maps files: a test fails if it leaves anything behind. After each test rather than after each class,
/// so that the one that leaks is named, and counted as failed. Not for classes that run in parallel.
/// </summary>
public abstract class LeakCheckedTests : IDisposable
{
    private readonly LeakProbe _probe = LeakProbe.Start();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
        _probe.AssertNoGrowth();
    }

    /// <summary>Lets go of what the class holds, before the check.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
