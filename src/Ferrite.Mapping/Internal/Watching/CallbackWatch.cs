namespace Ferrite.Mapping.Internal.Watching;

/// <summary>A watch that calls back.</summary>
internal sealed class CallbackWatch : PathWatch
{
    private readonly Action<FileChange> _onChange;

    internal CallbackWatch(WatchGroup group, ChangeDetector detector, TimeSpan poll, Action<FileChange> onChange)
        : base(group, detector, poll) => _onChange = onChange;

    private protected override void OnReady()
    {
        foreach (FileChange change in Look())
        {
            Group.Call(this, _onChange, change);
        }
    }
}
