using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>
/// A file from beginning to end as a row of cells, each as dense as the part of its pages that is resident. Full means all of them and
/// empty none, whatever rounding would say. A file of fewer pages than cells gets a cell a page.
/// </summary>
internal sealed class ResidencyBar(int cells, bool unicode)
{
    private readonly string _shades = unicode ? "·░▒▓█" : ".-+*#";

    /// <summary>The most cells that a bar has.</summary>
    internal int Cells { get; } = cells;

    /// <summary>The cell of which nothing is resident.</summary>
    internal char Nothing => _shades[0];

    internal bool IsAllOrNothing(char cell) => cell == Nothing || cell == _shades[^1];

    internal string Draw(PageResidency residency)
    {
        int count = (int)Math.Min(Cells, residency.Pages);
        Span<char> bar = stackalloc char[count];
        for (int i = 0; i < count; i++)
        {
            long first = Boundary(residency.Pages, i, count);
            bar[i] = CellOf(residency, first, Boundary(residency.Pages, i + 1, count) - first);
        }

        return new string(bar);
    }

    /// <summary>Some pages, as many in each cell as are asked for.</summary>
    internal string Draw(PageResidency residency, long firstPage, long pages, long pagesOfCell)
    {
        int count = (int)(((pages - 1) / pagesOfCell) + 1);
        Span<char> bar = stackalloc char[count];
        for (int i = 0; i < count; i++)
        {
            long first = i * pagesOfCell;
            bar[i] = CellOf(residency, firstPage + first, Math.Min(pagesOfCell, pages - first));
        }

        return new string(bar);
    }

    /// <summary>Where the cell begins; 128 bits, since the longest file has 2⁵¹ pages.</summary>
    private static long Boundary(long pages, int cell, int cells) => (long)((Int128)pages * cell / cells);

    private char CellOf(PageResidency residency, long firstPage, long pages)
    {
        long resident = residency.CountResident(firstPage, pages);
        return resident == 0 ? _shades[0]
            : resident == pages ? _shades[^1]
            : _shades[1 + (int)((Int128)resident * 3 / pages)];
    }
}
