using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache;

/// <summary>The sum, for people.</summary>
internal static class SumText
{
    private static string WhyUnknown => OperatingSystem.IsWindows()
        ? "Windows has no way to ask."
        : "The kernel tells only who owns a file, may write it, or is root.";

    internal static void Write(ITextOutput output, ResidencySum sum)
    {
        WriteFiles(output, sum);
        WritePages(output, sum);
        WriteRest(output, sum);
    }

    internal static void WriteFiles(ITextOutput output, ResidencySum sum)
    {
        string where = sum.Directories > 0 ? " in " + Plural(sum.Directories, "directory", "directories") : "";
        Line(output, "Files", Plural(sum.Files, "file") + where);
    }

    /// <param name="output">Where to.</param>
    /// <param name="sum">What is there now.</param>
    /// <param name="change">What follows the pages: "; 7 before".</param>
    internal static void WritePages(ITextOutput output, ResidencySum sum, string change = "")
    {
        long pages = sum.Pages - sum.UnknownPages;
        if (pages > 0 || sum.UnknownFiles == 0)
        {
            string ofWhat = sum.UnknownFiles > 0 ? "known " : "";
            string percent = pages > 0 ? $" ({Quantity.Percent(sum.ResidentPages, pages)})" : "";
            Line(output, "Pages", $"{Quantity.Count(sum.ResidentPages)} of {ofWhat}{Quantity.Count(pages)} in the cache{percent}{change}");
            Line(output, "Bytes", $"{Quantity.Bytes(sum.ResidentBytes)} of {ofWhat}{Quantity.Bytes(sum.Bytes - sum.UnknownBytes)}");
        }
    }

    /// <summary>What could not be looked at, or wasn't.</summary>
    internal static void WriteRest(ITextOutput output, ResidencySum sum)
    {
        if (sum.UnknownFiles > 0)
        {
            string unknown = $"{Plural(sum.UnknownFiles, "file")}, {Plural(sum.UnknownPages, "page")}, {Quantity.Bytes(sum.UnknownBytes)}";
            Line(output, "Unknown", unknown, Tone.Warning);
            Line(output, "", WhyUnknown, Tone.Warning);
        }

        if (sum.CountedAlready > 0)
        {
            Line(output, "Not counted", Plural(sum.CountedAlready, "further name") + " of files in the sum: hard links, paths given twice");
        }

        PassedOver(output, sum.Specials, "that are neither files nor directories nor links");
        PassedOver(output, sum.OtherFileSystems, "on other file systems");
        PassedOver(output, sum.WalkedAlready, "to directories that were walked already");
        if (sum.Failures > 0)
        {
            Line(output, "Failed", $"{Quantity.Count(sum.Failures)}, see standard error", Tone.Warning);
        }

        if (sum.IsStopped)
        {
            Line(output, "Stopped", "before the end: this is what was done until then", Tone.Warning);
        }
    }

    internal static void Line(ITextOutput output, string label, string text, Tone tone = Tone.Plain) =>
        output.WriteLine(new Piece($"{label,-12} ", Tone.Strong), new Piece(text, tone));

    internal static string Plural(long count, string one, string? many = null) =>
        $"{Quantity.Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    private static void PassedOver(ITextOutput output, long count, string what)
    {
        if (count > 0)
        {
            Line(output, "Passed over", $"{Quantity.Count(count)} {what}");
        }
    }
}
