using System.Globalization;
using System.Net;
using System.Text;
using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Reports;

/// <summary>Cases below one another, and how many times the raw pointer's time each peer takes: an SVG, on a logarithmic axis, for a light page and a dark one.</summary>
internal sealed class RatioPlot
{
    private const int Left = 360;
    private const int Right = 60;
    private const int Width = 980;
    private const int Top = 64;
    private const int RowHeight = 24;

    private static readonly (Peer Peer, string Name, string Shape)[] Peers =
    [
        (Peer.FileStream, "FileStream", "M0 -5L5 4L-5 4Z"),
        (Peer.RandomAccess, "RandomAccess", "M0 -6L6 0L0 6L-6 0Z"),
        (Peer.Accessor, "MemoryMappedFile", "M-4.5 -4.5H4.5V4.5H-4.5Z"),
        (Peer.Ferrite, "Ferrite", "M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0Z"),
    ];

    private readonly IReadOnlyList<CaseResult> _results;
    private readonly double _least;
    private readonly double _most;

    private RatioPlot(string name, string title, IReadOnlyList<CaseResult> results)
    {
        (Name, Title, _results) = (name, title, results);
        double[] ratios = [.. results.SelectMany(static result => Peers.Select(peer => Ratio(result, peer.Peer)).OfType<double>()), 1];
        _least = Math.Pow(10, Math.Floor(Math.Log10(ratios.Min()) * 4) / 4);
        _most = Math.Pow(10, Math.Ceiling(Math.Log10(ratios.Max()) * 4) / 4);
    }

    /// <summary>Of the file, without its extension.</summary>
    internal string Name { get; }

    internal string Title { get; }

    /// <summary>One for accesses to values, one for what handles many bytes at once, one for what asks the OS.</summary>
    internal static IReadOnlyList<RatioPlot> Of(IReadOnlyList<CaseResult> results) =>
    [
        .. new[]
        {
            new RatioPlot("values", "A value, a view, an atomic", [.. results.Where(static result => IsAccess(result) && !IsBulk(result))]),
            new RatioPlot("bulk", "Many bytes at once", [.. results.Where(static result => IsAccess(result) && IsBulk(result))]),
            new RatioPlot("calls", "What asks the OS", [.. results.Where(static result => !IsAccess(result))]),
        }.Where(static plot => plot._results.Count > 0),
    ];

    internal string Draw()
    {
        int bottom = Top + (_results.Count * RowHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {bottom + 44}" font-family="system-ui, sans-serif" font-size="12" role="img">
            <title>{WebUtility.HtmlEncode(Title)}: times the raw pointer's time</title>
            """).Append('\n').Append("""
            <style>
            svg { background: #fff; color: #1f2328 } text { fill: currentColor } .grid { stroke: #d1d9e0 } .one { stroke: #59636e; stroke-width: 1.5 }
            .Ferrite { fill: #c2410c } .Accessor { fill: #0969da } .RandomAccess { fill: #1a7f37 } .FileStream { fill: #8250df }
            @media (prefers-color-scheme: dark) { svg { background: #0d1117; color: #e6edf3 } .grid { stroke: #30363d } .one { stroke: #9198a1 }
            .Ferrite { fill: #fb923c } .Accessor { fill: #58a6ff } .RandomAccess { fill: #3fb950 } .FileStream { fill: #bc8cff } }
            </style>
            """).Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="16" y="22" font-size="15" font-weight="600">{WebUtility.HtmlEncode(Title)}</text>""").Append('\n');
        DrawLegend(svg);
        DrawAxis(svg, bottom);
        for (int i = 0; i < _results.Count; i++)
        {
            DrawRow(svg, _results[i], Top + (i * RowHeight) + (RowHeight / 2));
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Where a ratio lies, in pixels.</summary>
    internal double Position(double ratio) => Left + ((Width - Left - Right) * (Math.Log(ratio / _least) / Math.Log(_most / _least)));

    private static bool IsAccess(CaseResult result) => result.Of(Peer.Ferrite)!.Contender.IsAccess;

    private static bool IsBulk(CaseResult result) => result.Baseline.Median >= 100;

    private static double? Ratio(CaseResult result, Peer peer) => result.Of(peer)?.Median / result.Baseline.Median;

    private static void DrawLegend(StringBuilder svg)
    {
        int x = Left;
        foreach ((Peer peer, string name, string shape) in Peers.Reverse())
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="{peer}" d="{shape}" transform="translate({x},18)"/><text x="{x + 10}" y="22">{name}</text>""").Append('\n');
            x += 44 + (name.Length * 7);
        }
    }

    private void DrawAxis(StringBuilder svg, int bottom)
    {
        foreach (double ratio in Ticks())
        {
            double x = Position(ratio);
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="{(ratio is 1 ? "one" : "grid")}" d="M{x:0.0} {Top - 6}V{bottom}"/><text x="{x:0.0}" y="{bottom + 18}" text-anchor="middle">{ratio:#,0.###}×</text>""").Append('\n');
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left}" y="{bottom + 36}">times what the raw pointer takes, or the bare system calls; logarithmic, left is faster</text>""").Append('\n');
    }

    private void DrawRow(StringBuilder svg, CaseResult result, int y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left - 14}" y="{y + 4}" text-anchor="end">{WebUtility.HtmlEncode(result.Case.Title)}</text>""").Append('\n');
        foreach ((Peer peer, string name, string shape) in Peers)
        {
            if (Ratio(result, peer) is { } ratio)
            {
                svg.Append(CultureInfo.InvariantCulture, $"""<path class="{peer}" d="{shape}" transform="translate({Position(ratio):0.0},{y})"><title>{name}: {Format.Ratio(ratio)}</title></path>""").Append('\n');
            }
        }
    }

    /// <summary>1, 2 and 5 of each power of ten; the powers alone where there are many.</summary>
    private IEnumerable<double> Ticks()
    {
        int[] steps = _most / _least > 300 ? [1] : [1, 2, 5];
        for (double power = 0.001; power <= _most; power *= 10)
        {
            foreach (double ratio in steps.Select(step => Math.Round(step * power, 3)).Where(ratio => ratio >= _least && ratio <= _most))
            {
                yield return ratio;
            }
        }
    }
}
