namespace Ferrite.Mapping.Internal;

/// <summary>Where a mapping's flush policy counts writes.</summary>
internal interface IWriteCounter
{
    /// <summary>Told of each, after the store; flushes where it is due.</summary>
    void Written(long offset, long length);

    /// <summary>By a timer: flushes what is pending, and throws nothing.</summary>
    void FlushInBackground();
}
