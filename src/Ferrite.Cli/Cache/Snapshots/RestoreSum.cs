namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What came back.</summary>
internal sealed class RestoreSum
{
    private readonly long _started = Environment.TickCount64;

    internal long Files { get; set; }

    /// <summary>Bytes that the snapshot has, and that the files still have.</summary>
    internal Int128 Wanted { get; set; }

    internal Int128 Read { get; set; }

    /// <summary>Of the wanted ones, those that are in the cache now, where that is known.</summary>
    internal Int128 Resident { get; set; }

    internal long UnknownFiles { get; set; }

    internal long Failures { get; set; }

    internal bool IsStopped { get; set; }

    internal TimeSpan Elapsed => TimeSpan.FromMilliseconds(Environment.TickCount64 - _started);
}
