namespace Ferrite.Cli.Cache.Acting;

/// <summary>What was done to all files; what there is now is in the other sum.</summary>
internal sealed class ActionSum
{
    private readonly long _started = Environment.TickCount64;

    /// <summary>Read in, dropped, locked.</summary>
    internal Int128 Bytes { get; private set; }

    internal long PagesBefore { get; private set; }

    internal long FilesThatStay { get; private set; }

    internal TimeSpan Elapsed => TimeSpan.FromMilliseconds(Environment.TickCount64 - _started);

    internal void Add(FileAction action)
    {
        Bytes += action.Bytes;
        PagesBefore += action.Before.IsKnown ? action.Before.ResidentPages : 0;
        FilesThatStay += action.Stays is null ? 0 : 1;
    }
}
