using System.Xml.Linq;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>Files drawn page by page.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void The_map_has_a_cell_for_each_page_where_there_is_room()
    {
        string path = Pages.File(_directory, "data", 64 * 5, [0, 65, .. Pages.Range(256, 64)]);
        string empty = _directory.FileOf([], "empty");

        ToolOutcome outcome = FerriteTool.Stat("--map", path, empty).AssertSucceeded();

        string row = new('·', 64);
        Assert.Equal(
            [path, "  66/320 pages, 20.6%; a cell is a page", "     0  █" + row[1..], "  256K  ·█" + row[2..], "  512K  " + row, "     *", "  1.0M  " + new string('█', 64)],
            outcome.Lines[..7]);
        Assert.Equal([empty, "  empty"], outcome.Lines[7..9]);
        Assert.Equal("66 of 320 in the cache (20.6%)", outcome.Sum("Pages"));
    }

    [NeedsFact(Needs.Eviction)]
    public void The_map_of_the_longest_file_is_short_and_a_single_page_is_seen()
    {
        string path = _directory.SparseFile(2L << 40);
        using IDisposable pinned = PageCache.Pin(path, 1L << 28);

        ToolOutcome outcome = FerriteTool.Stat("--map", path).AssertSucceeded();

        Assert.Contains("; a cell is 262,144 pages, 1.0G", outcome.Lines[1], StringComparison.Ordinal);
        Assert.Contains("  1.0T  ░" + new string('·', 63), outcome.Lines);
        Assert.InRange(outcome.Lines.Length, 6, 12);
    }

    [NeedsTheory(Needs.Terminal | Needs.Eviction)]
    [InlineData(80, 64)]
    [InlineData(200, 128)]
    public void The_map_is_as_wide_as_the_terminal_allows(int width, int cells)
    {
        string path = Pages.File(_directory, "data", 1000, 5);

        string command = $"stty cols {width} rows 40; NO_COLOR=1 TERM=xterm {FerriteTool.ShellCommand} cache stat --map '{path}'";
        string[] lines = FerriteTool.RunShell($"script -qec \"{command}\" /dev/null").Output.Replace("\r", "", StringComparison.Ordinal).Split('\n');

        Assert.Contains("     0  ·····█" + new string('·', cells - 6), lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.DoesNotContain('\e', string.Concat(lines));
    }

    [NeedsFact(Needs.Eviction)]
    public void The_svg_has_a_strip_for_each_file_and_nothing_from_elsewhere()
    {
        string path = Pages.File(_directory, "<&\">", 10, 2, 3, 4);
        Pages.File(_directory, "cold", 10);
        string svg = _directory.File("cache.svg");

        FerriteTool.Stat("--summary", "--svg", svg, _directory.Path).AssertSucceeded();

        XNamespace name = "http://www.w3.org/2000/svg";
        var picture = XDocument.Load(svg);
        XElement[] files = [.. picture.Root!.Elements(name + "g")];
        Assert.Equal(2, files.Length);
        Assert.Equal($"{path}: 3 of 10 pages, 30.0%", files[0].Element(name + "title")!.Value);
        XElement resident = files[0].Elements(name + "rect").Single(static rect => rect.Attribute("class")!.Value is "in");
        Assert.Equal(("200", "300"), (resident.Attribute("x")!.Value, resident.Attribute("width")!.Value));
        Assert.DoesNotContain(files[1].Elements(name + "rect"), static rect => rect.Attribute("class")!.Value is "in");
        string text = File.ReadAllText(svg).Replace(name.NamespaceName, "", StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [NeedsFact(Needs.Linux)]
    public void A_picture_that_cannot_be_written_is_a_failure()
    {
        ToolOutcome outcome = FerriteTool.Stat("--svg", _directory.File("no/such/place"), _directory.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("ferrite: Cannot write '", outcome.Errors, StringComparison.Ordinal);
    }
}
