namespace Ferrite.Mapping.Internal.Watching;

/// <summary>Somebody who wants to hear of a name.</summary>
internal interface ISubscriber
{
    /// <summary>By whatever thread: something may have happened. Must not wait for anything.</summary>
    void Notify(WatchSigns signs);
}
