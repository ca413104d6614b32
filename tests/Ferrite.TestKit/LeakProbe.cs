namespace Ferrite.TestKit;

/// <summary>Tells whether what ran between <see cref="Start"/> and <see cref="AssertNoGrowth"/> left anything behind.</summary>
public sealed class LeakProbe
{
    private const int Attempts = 8;
    private const int MostLooks = 12;

    private readonly LeakCounts _before;

    private LeakProbe(LeakCounts before) => _before = before;

    public static LeakProbe Start() => new(LeakCounts.Take());

    /// <exception cref="InvalidOperationException">Something grew; the message says what, from how much to how much.</exception>
    public void AssertNoGrowth(LeakTolerance? tolerance = null)
    {
        tolerance ??= new LeakTolerance();
        string growth = "";
        // Again, since a thread that is just ending may still hold the last reference.
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            growth = Compare(LeakCounts.Take(), tolerance);
            if (growth.Length == 0)
            {
                return;
            }

            Thread.Yield();
        }

        throw new InvalidOperationException($"Left behind: {growth}.");
    }

    private string Compare(LeakCounts now, LeakTolerance tolerance)
    {
        (string Name, long Before, long Now, long Tolerated)[] counts =
        [
            ("regions", _before.Regions, now.Regions, 0),
            ("address ranges", _before.AddressRanges, now.AddressRanges, 0),
            ("guard slots", _before.GuardSlots, now.GuardSlots, 0),
            ("mappings of temporary files", _before.TempFileMappings, now.TempFileMappings, 0),
            ("descriptors of temporary files", _before.TempFileDescriptors, now.TempFileDescriptors, 0),
            ("memory map entries like ours", _before.OwnMapEntries.Values.Sum(), now.OwnMapEntries.Values.Sum(), 0),
            ("file descriptors", _before.FileDescriptors, now.FileDescriptors, tolerance.FileDescriptors),
            ("resident bytes", _before.ResidentBytes, now.ResidentBytes, tolerance.ResidentBytes),
        ];
        string growth = string.Join(", ", counts.Where(static c => c.Now > c.Before + c.Tolerated).Select(static c => $"{c.Name} {c.Before} → {c.Now}"));
        return growth.Length == 0 ? growth : $"{growth}{Grown("like ours", _before.OwnMapEntries, now.OwnMapEntries)}{Grown("of all", _before.MapEntries, now.MapEntries)}";
    }

    /// <summary>Whose entries they are: the looks of which there are more than before, those that grew most first.</summary>
    private static string Grown(string whose, IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> now) =>
        string.Concat(now.Select(look => (look.Key, Before: before.GetValueOrDefault(look.Key), Now: look.Value))
            .Where(static look => look.Now > look.Before)
            .OrderByDescending(static look => look.Now - look.Before)
            .Take(MostLooks)
            .Select(look => $"\n  map entries {whose}, {look.Key}: {look.Before} → {look.Now}"));
}
