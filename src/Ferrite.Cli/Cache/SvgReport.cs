using System.Globalization;
using System.Net;
using System.Text;
using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>
/// A picture of the files in a file of its own: a strip for each, from beginning to end, as dense as it is resident; light or dark as the
/// reader likes it. One file, no script, no font, nothing from elsewhere.
/// </summary>
internal sealed class SvgReport(string path) : IResidencyReport
{
    /// <summary>As many as somebody may scroll through; the sum has the rest.</summary>
    internal const int MostFiles = 2000;

    private const int Columns = 1000;
    private const int Margin = 16;
    private const int RowHeight = 44;
    private const int HeadHeight = 56;

    private readonly StringBuilder _rows = new();
    private int _count;
    private long _leftOut;

    public void Begin()
    {
        // The head says how tall the picture is, which is known at the end.
    }

    public void Add(in FileResidency found)
    {
        if (_count == MostFiles)
        {
            _leftOut++;
            return;
        }

        PageResidency residency = found.Residency;
        int top = HeadHeight + (_count++ * RowHeight);
        string share = !residency.IsKnown ? "unknown"
            : residency.Pages == 0 ? "empty"
            : string.Create(CultureInfo.InvariantCulture, $"{residency.ResidentPages} of {residency.Pages} pages, {Quantity.Percent(residency.ResidentPages, residency.Pages)}");
        _rows.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Margin} {top})\"><title>{Escape(found.Path)}: {Escape(share)}</title>");
        _rows.Append(CultureInfo.InvariantCulture, $"<text y=\"12\">{Escape(found.Path)}</text><text class=\"share\" x=\"{Columns}\" y=\"12\">{Escape(share)}</text>");
        _rows.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(residency.IsKnown ? "none" : "unknown")}\" y=\"18\" width=\"{Columns}\" height=\"16\"/>");
        if (residency.IsKnown && residency.Pages > 0)
        {
            AppendStrip(residency);
        }

        _rows.Append("</g>\n");
    }

    public void AddFailure(PathBytes path, string reason)
    {
        // Standard error tells it.
    }

    public void End(ResidencySum sum)
    {
        int height = HeadHeight + (_count * RowHeight) + Margin + (_leftOut > 0 ? 24 : 0);
        string summary = $"{SumText.Plural(sum.Files, "file")}; {Quantity.Bytes(sum.ResidentBytes)} of {Quantity.Bytes(sum.Bytes - sum.UnknownBytes)} in the page cache"
            + (sum.UnknownFiles > 0 ? $"; {SumText.Plural(sum.UnknownFiles, "file")} unknown" : "");
        string more = _leftOut > 0
            ? string.Create(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{height - Margin}\">and {SumText.Plural(_leftOut, "file")} more</text>\n")
            : "";
        string svg = string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Columns + (2 * Margin)}}" height="{{height}}" viewBox="0 0 {{Columns + (2 * Margin)}} {{height}}" role="img">
            <style>
            svg { background: #fff; font: 13px system-ui, sans-serif; }
            text { fill: #222; } .share { text-anchor: end; }
            .none { fill: #e4e4e4; } .in { fill: #1b7f3b; } .unknown { fill: none; stroke: #b26b00; stroke-dasharray: 4; }
            @media (prefers-color-scheme: dark) { svg { background: #16181c; } text { fill: #ddd; } .none { fill: #30343b; } .in { fill: #4cc36f; } }
            </style>
            <text x="{{Margin}}" y="32" font-size="16" font-weight="600">{{WebUtility.HtmlEncode(summary)}}</text>
            {{_rows}}{{more}}</svg>

            """);
        // Not before: it may lie among the files that are looked at.
        using var file = new ReplacedFile(path);
        try
        {
            file.Stream.Write(Encoding.UTF8.GetBytes(svg));
        }
        catch (IOException e)
        {
            throw ReplacedFile.Refusal(path, e);
        }

        file.Commit();
    }

    private static string Escape(PathBytes path) => Escape(path.ToString());

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A rectangle for each run of columns that are equally dense.</summary>
    private void AppendStrip(PageResidency residency)
    {
        int columns = (int)Math.Min(Columns, residency.Pages);
        int start = 0;
        for (int i = 1; i <= columns; i++)
        {
            double density = DensityOf(residency, start, columns);
            if (i < columns && Math.Abs(DensityOf(residency, i, columns) - density) < 0.01)
            {
                continue;
            }

            if (density > 0)
            {
                double x = (double)start * Columns / columns;
                double width = (double)(i - start) * Columns / columns;
                // What is there at all is to be seen.
                string opacity = density < 1 ? string.Create(CultureInfo.InvariantCulture, $" opacity=\"{0.25 + (0.75 * density):0.##}\"") : "";
                _rows.Append(CultureInfo.InvariantCulture, $"<rect class=\"in\" x=\"{x:0.##}\" y=\"18\" width=\"{width:0.##}\" height=\"16\"{opacity}/>");
            }

            start = i;
        }
    }

    private static double DensityOf(PageResidency residency, int column, int columns)
    {
        long first = (long)((Int128)residency.Pages * column / columns);
        long pages = (long)((Int128)residency.Pages * (column + 1) / columns) - first;
        return (double)residency.CountResident(first, pages) / pages;
    }
}
