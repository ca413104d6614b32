using System.Buffers;
using System.Globalization;
using System.Text;
using Ferrite.Handles.Internal.Beneath;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>Names of an archive's entries.</summary>
internal static class ArchiveName
{
    /// <summary>What Windows takes for a device, with any extension.</summary>
    private static readonly string[] Devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(static i => (string[])[$"COM{i}", $"LPT{i}"]), "CONIN$", "CONOUT$"];

    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create("<>\"|?*");

    /// <summary>As a name beneath the destination; <see cref="RelativeName.Self"/> for that itself.</summary>
    /// <exception cref="EntryRefusedException">It leads outside, or is none on this OS.</exception>
    internal static string Clean(string name)
    {
        string clean;
        try
        {
            clean = RelativeName.Check(name);
        }
        catch (PathEscapeException e)
        {
            throw new EntryRefusedException(RefusalReason.Escape, e.Why);
        }

        if (OperatingSystem.IsWindows() && clean is not RelativeName.Self && Array.Exists(clean.Split(RelativeName.Separator), IsOddOnWindows))
        {
            throw new EntryRefusedException(RefusalReason.Name, "Windows takes the name for something else");
        }

        return clean;
    }

    /// <summary>To be printed.</summary>
    internal static string Show(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\0', '\x1f') && !name.Any(static c => char.IsControl(c) || char.IsSurrogate(c) || IsBidirectional(c)))
        {
            return name;
        }

        var shown = new StringBuilder();
        foreach (char c in name)
        {
            _ = char.IsControl(c) || char.IsSurrogate(c) || IsBidirectional(c) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>What makes a terminal show a name backwards.</summary>
    private static bool IsBidirectional(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f';

    private static bool IsOddOnWindows(string part) =>
        part[^1] is '.' or ' '
        || part.AsSpan().ContainsAny(NotOnWindows)
        || part.Any(static c => c < ' ')
        || Devices.Contains(part.Split('.')[0].TrimEnd(' '), StringComparer.OrdinalIgnoreCase);
}
