using System.Globalization;

namespace Ferrite.Mapping.Internal;

/// <summary>What <c>/proc/self/smaps</c> says of huge pages. See proc_pid_smaps(5).</summary>
internal static class HugePageReport
{
    /// <summary>
    /// Whether an entry that overlaps the addresses has huge pages mapped, or will get them (THPeligible). The kernel doesn't promise them
    /// to files on disk and maps them all the same, so both count.
    /// </summary>
    internal static bool Claims(IEnumerable<string> smaps, nint start, nint end)
    {
        bool overlaps = false;
        foreach (string line in smaps)
        {
            if (TryReadAddresses(line, out nint first, out nint last))
            {
                if (first >= end)
                {
                    return false;
                }

                overlaps = last > start;
            }
            else if (overlaps && Claims(line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Claims(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        ReadOnlySpan<char> value = line.AsSpan(colon + 1).Trim();
        return line.AsSpan(0, Math.Max(0, colon)) is "AnonHugePages" or "ShmemPmdMapped" or "FilePmdMapped" or "THPeligible"
            && value is not ("0 kB" or "0");
    }

    /// <summary>The first line of an entry: two addresses in hexadecimal, joined by a hyphen.</summary>
    private static bool TryReadAddresses(string line, out nint first, out nint last)
    {
        first = last = 0;
        int hyphen = line.IndexOf('-', StringComparison.Ordinal);
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        return hyphen > 0 && hyphen < space
            && nint.TryParse(line.AsSpan(0, hyphen), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out first)
            && nint.TryParse(line.AsSpan(hyphen + 1, space - hyphen - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out last);
    }
}
