using System.Globalization;

namespace Ferrite.TestKit;

/// <summary>Memory map entries of this process by their looks: permissions, and what is mapped or how much of nothing. See proc_pid_maps(5).</summary>
internal static class MapLooks
{
    /// <summary>Where glibc's malloc puts the memory of a thread: HEAP_MAX_SIZE, both size and alignment.</summary>
    private const long ArenaSize = 64L << 20;

    /// <summary>Lines of <c>/proc/self/maps</c>.</summary>
    internal static IReadOnlyDictionary<string, int> OfAll(IEnumerable<string> maps) => Count(maps.Select(Look));

    /// <summary>
    /// Those that the runtime can't have made. The library maps files, memory files where overcommit is strict, and nothing else but
    /// anonymous memory with MAP_NORESERVE, VmFlag "nr": tombstones and reservations. Of others only malloc's arenas have that flag; what
    /// the runtime takes for compiled code, heap and stacks has not. A region's header page has not either, but <see cref="LeakCounts.AddressRanges"/>
    /// counts those.
    /// </summary>
    internal static IReadOnlyDictionary<string, int> OfOwn()
    {
        var looks = new List<string>();
        string entry = "";
        foreach (string line in OperatingSystem.IsLinux() ? File.ReadLines("/proc/self/smaps") : [])
        {
            if (line[0] is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
            {
                entry = line;
            }
            else if (line.StartsWith("VmFlags:", StringComparison.Ordinal) && IsOwn(entry, line.Contains(" nr", StringComparison.Ordinal)))
            {
                looks.Add(Look(entry));
            }
        }

        return Count(looks);
    }

    private static bool IsOwn(string entry, bool reservesNothing)
    {
        string path = PathOf(entry);
        (long start, long end) = EndsOf(entry);
        return path.Length == 0
            ? reservesNothing && start % ArenaSize != 0 && end % ArenaSize != 0
            : path.Contains(TempDirectory.Prefix, StringComparison.Ordinal)
                || (path.StartsWith("/memfd:", StringComparison.Ordinal) && !path.StartsWith("/memfd:doublemapper", StringComparison.Ordinal));
    }

    private static string Look(string entry)
    {
        string path = PathOf(entry);
        (long start, long end) = EndsOf(entry);
        return string.Create(CultureInfo.InvariantCulture, $"{entry.Split(' ')[1]} {(path.Length == 0 ? $"{end - start} bytes" : path)}");
    }

    private static string PathOf(string entry) => entry.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries) is { Length: 6 } words ? words[5] : "";

    private static (long Start, long End) EndsOf(string entry)
    {
        string[] ends = entry[..entry.IndexOf(' ', StringComparison.Ordinal)].Split('-');
        return (Convert.ToInt64(ends[0], 16), Convert.ToInt64(ends[1], 16));
    }

    private static Dictionary<string, int> Count(IEnumerable<string> looks) =>
        looks.CountBy(static look => look, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
