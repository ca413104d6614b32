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

    internal string Draw(PageResidency residency)
    {
        long pages = residency.Pages;
        return string.Create((int)Math.Min(Cells, pages), (residency, _shades), static (bar, state) =>
        {
            long pages = state.residency.Pages;
            for (int i = 0; i < bar.Length; i++)
            {
                long first = Boundary(pages, i, bar.Length);
                long count = Boundary(pages, i + 1, bar.Length) - first;
                bar[i] = Shade(state.residency.CountResident(first, count), count, state._shades);
            }
        });
    }

    /// <summary>Where the cell begins; 128 bits, since the longest file has 2⁵¹ pages.</summary>
    private static long Boundary(long pages, int cell, int cells) => (long)((Int128)pages * cell / cells);

    private static char Shade(long resident, long pages, string shades) =>
        resident == 0 ? shades[0]
        : resident == pages ? shades[^1]
        : shades[1 + (int)((Int128)resident * 3 / pages)];
}
