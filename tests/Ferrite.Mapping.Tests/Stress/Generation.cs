namespace Ferrite.Mapping.Tests.Stress;

/// <summary>
/// Makes the races decidable: odd while the file is made longer and filled again, so that an access during which it did not change and
/// was even has met no zero that is the file's own.
/// </summary>
internal sealed class Generation : Judge
{
    private long _number;

    /// <summary>From here on zeros behind the safe part are the file's own.</summary>
    internal void BeginGrowth() => Interlocked.Increment(ref _number);

    /// <summary>From here on there is no zero in it.</summary>
    internal void EndGrowth() => Interlocked.Increment(ref _number);

    internal override long Before() => Volatile.Read(ref _number);

    internal override void After(long before, string kind, long offset, ReadOnlySpan<byte> bytes)
    {
        bool mayBeZero = (before & 1) != 0 || Interlocked.Read(ref _number) != before;
        Layout.Check(kind, offset, bytes, mayBeZero);
    }
}
