using Ferrite.Mapping.Internal;

namespace Ferrite.TestKit;

/// <summary>What the process holds, at one moment.</summary>
public sealed record LeakCounts
{
    /// <summary>Regions that were not finalized. Exact.</summary>
    public int Regions { get; init; }

    /// <summary>Address ranges obtained from the OS and not given back. Exact.</summary>
    public int AddressRanges { get; init; }

    /// <summary>Slots of the fault guard's table in use. Exact.</summary>
    public int GuardSlots { get; init; }

    /// <summary>Memory map entries of files below the directory for temporary files. Exact.</summary>
    public int TempFileMappings { get; init; }

    /// <summary>Open descriptors of files below the directory for temporary files. Exact.</summary>
    public int TempFileDescriptors { get; init; }

    /// <summary>Memory map entries that can be ours, by what they look like. Exact: see <see cref="MapLooks"/>.</summary>
    public IReadOnlyDictionary<string, int> OwnMapEntries { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>All memory map entries, by what they look like: the runtime's own come and go, so they tell only where others grew too.</summary>
    public IReadOnlyDictionary<string, int> MapEntries { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Open file descriptors but for those of loaded assemblies: the runtime's own come and go.</summary>
    public int FileDescriptors { get; init; }

    /// <summary>Resident memory, in bytes.</summary>
    public long ResidentBytes { get; init; }

    /// <summary>Collects, runs finalizers, gives back what is kept for reuse, then counts.</summary>
    public static LeakCounts Take()
    {
        // Twice: what a finalizer lets go of is garbage only afterwards.
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Backend.Trim();
        string[] maps = OperatingSystem.IsLinux() ? File.ReadAllLines("/proc/self/maps") : [];
        string[] files = OperatingSystem.IsLinux() ? OpenFiles() : [];
        return new LeakCounts
        {
            Regions = Volatile.Read(ref Census.Regions),
            AddressRanges = Volatile.Read(ref Census.Ranges),
            GuardSlots = Volatile.Read(ref Census.GuardSlots),
            TempFileMappings = maps.Count(static line => line.Contains(TempDirectory.Prefix, StringComparison.Ordinal)),
            TempFileDescriptors = files.Count(static file => file.Contains(TempDirectory.Prefix, StringComparison.Ordinal)),
            OwnMapEntries = MapLooks.OfOwn(),
            MapEntries = MapLooks.OfAll(maps),
            FileDescriptors = files.Count(static file => !file.EndsWith(".dll", StringComparison.Ordinal)),
            ResidentBytes = Environment.WorkingSet,
        };
    }

    private static string[] OpenFiles() =>
        [.. Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(static entry => LinkTarget(entry))];

    private static string LinkTarget(string entry)
    {
        try
        {
            return new FileInfo(entry).LinkTarget ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
