using System.Globalization;
using System.Numerics;
using Ferrite.Cli.Files;
using Ferrite.Cli.Output;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>
/// A picture of each file: rows of cells, each cell as many pages as it takes for the picture to have no more than so many rows; rows that
/// repeat the one above, all or nothing of them in the cache, are left out.
/// </summary>
internal sealed class MapReport(ITextOutput output) : IResidencyReport
{
    private const int MostRows = 32;
    private const int OffsetWidth = 6;
    private const int UsualCells = 64;

    /// <summary>A power of two, so that rows begin at round offsets.</summary>
    private readonly int _cells = output.Width is { } width
        ? Math.Clamp(1 << BitOperations.Log2((uint)Math.Max(16, width - OffsetWidth - 2)), 16, 256)
        : UsualCells;

    private readonly ResidencyBar _bar = new(UsualCells, output.IsUnicode);

    public void Begin()
    {
        // There is nothing above the first file.
    }

    public void Add(in FileResidency file)
    {
        PageResidency residency = file.Residency;
        output.WriteLine(new Piece(file.Path.ToString(), Tone.Strong));
        if (!residency.IsKnown)
        {
            output.WriteLine(new Piece($"  unknown: {SumText.Plural(residency.Pages, "page")}, {Quantity.Bytes(file.Size)}", Tone.Warning));
        }
        else if (residency.Pages == 0)
        {
            output.WriteLine(new Piece("  empty"));
        }
        else
        {
            long cell = (long)BitOperations.RoundUpToPowerOf2((ulong)(((residency.Pages - 1) / ((long)_cells * MostRows)) + 1));
            string cells = cell == 1 ? "a cell is a page" : $"a cell is {Quantity.Count(cell)} pages, {Quantity.ShortBytes(cell * MappedFile.PageSize)}";
            output.WriteLine(new Piece(string.Create(
                CultureInfo.InvariantCulture,
                $"  {residency.ResidentPages}/{residency.Pages} pages, {Quantity.Percent(residency.ResidentPages, residency.Pages)}; {cells}")));
            WriteRows(residency, cell);
        }

        output.WriteLine();
        output.Flush();
    }

    public void AddFailure(PathBytes path, string reason) => output.Flush();

    public void End(ResidencySum sum)
    {
        SumText.Write(output, sum);
        output.Flush();
    }

    private void WriteRows(PageResidency residency, long cell)
    {
        long row = cell * _cells;
        string above = "";
        bool isLeftOut = false;
        for (long first = 0; first < residency.Pages; first += row)
        {
            string cells = _bar.Draw(residency, first, Math.Min(row, residency.Pages - first), cell);
            bool repeats = cells.Equals(above, StringComparison.Ordinal) && !cells.AsSpan().ContainsAnyExcept(cells[0]) && _bar.IsAllOrNothing(cells[0]);
            if (!repeats)
            {
                Tone tone = cells.AsSpan().ContainsAnyExcept(_bar.Nothing) ? Tone.Resident : Tone.Faint;
                long offset = residency.Offset - (residency.Offset % MappedFile.PageSize) + (first * MappedFile.PageSize);
                output.WriteLine(new Piece($"{Quantity.ShortBytes(offset),OffsetWidth}  "), new Piece(cells, tone));
            }
            else if (!isLeftOut)
            {
                output.WriteLine(new Piece($"{"*",OffsetWidth}", Tone.Faint));
            }

            isLeftOut = repeats;
            above = cells;
        }
    }
}
