namespace Ferrite.Mapping.Tests.Watching;

/// <summary>A watch whose callback doesn't return until it is let go: what happens meanwhile is for the next look.</summary>
internal sealed class HeldWatch : IDisposable
{
    private readonly SemaphoreSlim _entered = new(0);
    private readonly ManualResetEventSlim _leave = new();
    private readonly IDisposable _watch;

    internal HeldWatch(MappedFile file, Changes changes) => _watch = file.Watch(change =>
    {
        _entered.Release();
        _leave.Wait();
        changes.Add(change);
    });

    internal void WaitUntilHeld() => Assert.True(_entered.Wait(Changes.Patience));

    internal void LetGo() => _leave.Set();

    /// <summary>In this order: ending a watch waits for its callback, which uses the others.</summary>
    public void Dispose()
    {
        LetGo();
        _watch.Dispose();
        _leave.Dispose();
        _entered.Dispose();
    }
}
