using System.Globalization;
using System.Xml.Linq;
using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;
using Ferrite.Benchmarks.Reports;

namespace Ferrite.Benchmarks.Tests;

public sealed class RatioPlotTests
{
    private static readonly CaseResult Reads = Results.Of(CaseList.ReadSequential, (Peer.RawPointer, 1), (Peer.Ferrite, 2), (Peer.Accessor, 20));
    private static readonly CaseResult Copies = Results.Of(CaseList.CopyOut, (Peer.RawPointer, 1000), (Peer.Ferrite, 900), (Peer.FileStream, 100_000));

    [Fact]
    public void The_axis_is_logarithmic()
    {
        RatioPlot plot = Assert.Single(RatioPlot.Of([Reads]));
        Assert.Equal(plot.Position(10) - plot.Position(1), plot.Position(100) - plot.Position(10), precision: 6);
        Assert.True(plot.Position(1) < plot.Position(10));
    }

    [Fact]
    public void Each_case_and_each_peer_that_was_measured_is_drawn_where_its_ratio_lies()
    {
        RatioPlot plot = Assert.Single(RatioPlot.Of([Reads]));
        XElement svg = XDocument.Parse(plot.Draw()).Root!;
        XNamespace ns = svg.Name.Namespace;
        Dictionary<string, string> drawn = svg.Elements(ns + "path").Where(path => path.Element(ns + "title") is not null).ToDictionary(path => path.Element(ns + "title")!.Value, static path => (string)path.Attribute("transform")!, StringComparer.Ordinal);

        Assert.Equal(["Ferrite: 2.00×", "MemoryMappedFile: 20.0×"], drawn.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"translate({plot.Position(20):0.0},"), drawn["MemoryMappedFile: 20.0×"], StringComparison.Ordinal);
        Assert.Contains(svg.Elements(ns + "text"), text => string.Equals(text.Value, Reads.Case.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void What_handles_many_bytes_has_a_plot_of_its_own() => Assert.Equal(["values", "bulk"], RatioPlot.Of([Reads, Copies]).Select(static plot => plot.Name));
}
