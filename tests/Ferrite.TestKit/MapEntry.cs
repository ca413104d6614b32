using System.Globalization;

namespace Ferrite.TestKit;

/// <summary>A memory map entry of this process as <c>/proc/self/smaps</c> tells it. See proc_pid_smaps(5).</summary>
/// <param name="Start">Its first address.</param>
/// <param name="End">The address behind its last.</param>
/// <param name="Path">What is mapped.</param>
public sealed record MapEntry(nint Start, nint End, string Path)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>The flags of VmFlags, two letters each.</summary>
    public IReadOnlySet<string> Flags => _fields["VmFlags"].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>Bytes of a field that is told in kB: Rss, Locked, Private_Dirty.</summary>
    public long Bytes(string field) => long.Parse(_fields[field].AsSpan(0, _fields[field].IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture) << 10;

    /// <summary>Those that have a part of the addresses.</summary>
    public static unsafe IReadOnlyList<MapEntry> Of(byte* address, long length) =>
        [.. ReadAll().Where(entry => entry.Start < (nint)address + (nint)length && entry.End > (nint)address)];

    /// <summary>All entries, in the order of their addresses.</summary>
    public static IReadOnlyList<MapEntry> ReadAll()
    {
        var entries = new List<MapEntry>();
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            string[] words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
            if (words[0].EndsWith(':'))
            {
                entries[^1]._fields[words[0][..^1]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            }
            else
            {
                string[] ends = words[0].Split('-');
                entries.Add(new MapEntry(Address(ends[0]), Address(ends[1]), words.Length > 5 ? words[5] : ""));
            }
        }

        return entries;
    }

    private static nint Address(string text) => nint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
