using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache;

/// <summary>
/// The table of files: pages, bytes, percent, bar, path; the path last, since only it has any length. Lines are written one by one, so the
/// widths are fixed beforehand, by the terminal's; what is wider than its column pushes the rest aside. No cell is blank, so that
/// programs can count columns.
/// </summary>
internal sealed class StatColumns
{
    private const int LeadWidth = 10;
    private const int BytesWidth = 11;
    private const int PercentWidth = 6;
    private const int WideTerminal = 110;

    private readonly ITextOutput _output;
    private readonly ResidencyBar _bar;
    private readonly int _pagesWidth;
    private readonly string? _lead;

    /// <param name="output">Where to.</param>
    /// <param name="lead">What stands over a first column of the caller's; null where there is none.</param>
    internal StatColumns(ITextOutput output, string? lead = null)
    {
        _output = output;
        _lead = lead;
        // 80 columns: 16 cells and 29 for the path. 200: 52 and 107.
        int cells = output.Width is { } width ? Math.Clamp((width * 3 / 10) - 8, 8, 64) : 24;
        _bar = new ResidencyBar(cells, output.IsUnicode);
        _pagesWidth = output.Width < WideTerminal ? 11 : 17;
    }

    internal void WriteHeader() => _output.WriteLine(new Piece(
        $"{Lead(_lead)}{"Pages".PadLeft(_pagesWidth)} {"Bytes",BytesWidth} {"%",PercentWidth}  {"Where".PadRight(_bar.Cells)}  File", Tone.Strong));

    internal void Write(in FileResidency file, string? lead = null)
    {
        (string pages, string bytes, string percent, string where, Tone tone) = Cells(file);
        string numbers = $"{Lead(lead)}{pages.PadLeft(_pagesWidth)} {bytes,BytesWidth} {percent,PercentWidth}  ";
        string bar = where.PadRight(_bar.Cells) + "  ";
        _output.WriteLine(new Piece(numbers), new Piece(bar, tone), new Piece(Fit(file.Path.ToString(), numbers.Length + bar.Length)));
    }

    private string Lead(string? text) => _lead is null ? "" : $"{text,LeadWidth} ";

    private (string Pages, string Bytes, string Percent, string Where, Tone Tone) Cells(in FileResidency file)
    {
        long pages = file.Residency.Pages;
        if (!file.Residency.IsKnown)
        {
            return ($"?/{Quantity.Plain(pages)}", $"?/{Quantity.ShortBytes(file.Size)}", "?", "unknown", Tone.Warning);
        }

        long resident = file.Residency.ResidentPages;
        return (
            $"{Quantity.Plain(resident)}/{Quantity.Plain(pages)}",
            $"{Quantity.ShortBytes(file.Residency.ResidentBytes)}/{Quantity.ShortBytes(file.Size)}",
            Quantity.Percent(resident, pages),
            pages == 0 ? "empty" : _bar.Draw(file.Residency),
            resident == 0 ? Tone.Faint : Tone.Resident);
    }

    /// <summary>The end of a path says more than its beginning.</summary>
    private string Fit(string path, int used)
    {
        if (_output.Width is not { } width)
        {
            return path;
        }

        int room = Math.Max(10, width - used);
        if (_output.Measure(path) <= room)
        {
            return path;
        }

        string mark = _output.IsUnicode ? "…" : "~";
        int start = Math.Max(0, path.Length - room + 1);
        while (start < path.Length && (char.IsLowSurrogate(path[start]) || _output.Measure(path[start..]) > room - 1))
        {
            start++;
        }

        return mark + path[start..];
    }
}
