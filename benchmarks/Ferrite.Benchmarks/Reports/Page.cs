namespace Ferrite.Benchmarks.Reports;

/// <summary>A page whose figures stand between two markers, so that they are never typed.</summary>
internal static class Page
{
    internal const string Begin = "<!-- figures: begin, written by Ferrite.Benchmarks -->";
    internal const string End = "<!-- figures: end -->";

    /// <exception cref="InvalidDataException">The markers aren't there.</exception>
    internal static string Replace(string page, string figures)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{page[..(begin + Begin.Length)]}\n{figures.TrimEnd()}\n{page[end..]}"
            : throw new InvalidDataException($"The page has no lines '{Begin}' and '{End}' to write between.");
    }
}
