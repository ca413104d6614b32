using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ferrite.Const.Benchmarks;

/// <summary>The figures of this program in docs/performance.md, between markers of their own.</summary>
internal static class Page
{
    internal const string Begin = "<!-- figures: begin, written by Ferrite.Const.Benchmarks -->";
    internal const string End = "<!-- figures: end, of Ferrite.Const.Benchmarks -->";

    internal static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <exception cref="InvalidDataException">The markers aren't there.</exception>
    internal static string Replace(string page, string figures)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal), end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{page[..(begin + Begin.Length)]}\n{figures.TrimEnd()}\n{page[end..]}"
            : throw new InvalidDataException($"The page has no lines '{Begin}' and '{End}' to write between.");
    }

    internal static string Figures(string[] arguments, string loadBefore, IEnumerable<(Section Section, IReadOnlyList<string> Lines)> measured)
    {
        var text = new StringBuilder();
        string command = string.Join(' ', ["dotnet run -c Release --project benchmarks/Ferrite.Const.Benchmarks --", .. arguments]).TrimEnd(' ', '-');
        text.Append(CultureInfo.InvariantCulture, $"Printed by `{command}` on {DateTime.UtcNow:yyyy-MM-dd}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Machine: {Environment.ProcessorCount} processors; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}; load average {loadBefore} before, {Load} after.\n");
        foreach ((Section section, IReadOnlyList<string> lines) in measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{section.Title}** (`{section.Name}`)\n\n");
            foreach (string line in lines) text.Append(line.StartsWith('|') ? "" : "- ").Append(line).Append('\n');
        }

        return text.ToString();
    }
}
