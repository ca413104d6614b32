using System.Text.RegularExpressions;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;
using Spectre.Console.Rendering;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>On a terminal, made by script(1).</summary>
public sealed partial class TerminalTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public TerminalTests()
    {
        Directory.CreateDirectory(_directory.File("a/directory/with/a/rather/long/path/of/many/parts/資料夾"));
        _directory.FileOf(new byte[1_000_000], "a/directory/with/a/rather/long/path/of/many/parts/資料夾/檔案.db");
        _directory.FileOf(new byte[10], "short");
    }

    public void Dispose() => _directory.Dispose();

    [NeedsTheory(Needs.Terminal)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    [InlineData(300)]
    public void Lines_fit_the_width(int width)
    {
        string[] lines = Run(width, [], "");

        Assert.All(lines, line => Assert.InRange(CellsOf(line), 1, Math.Max(width, 50)));
        Assert.Contains(lines, static line => line.EndsWith("檔案.db", StringComparison.Ordinal));
        Assert.Equal(width < 300, lines.Any(static line => line.Contains('…', StringComparison.Ordinal)));
    }

    [NeedsFact(Needs.Terminal)]
    public void A_wider_terminal_has_a_wider_bar()
    {
        Assert.True(BarOf(Run(200, [], "")) > 2 * BarOf(Run(80, [], "")));

        static int BarOf(string[] lines) => lines.Max(static line => line.Count(static c => c is '█' or '·'));
    }

    [NeedsFact(Needs.Terminal)]
    public void There_are_colours_unless_they_are_unwanted()
    {
        Assert.Contains("\e[", RunRaw(80, [], ""), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', RunRaw(80, ["NO_COLOR=1"], ""));
        Assert.DoesNotContain('\e', RunRaw(80, ["TERM=dumb"], ""));
    }

    [NeedsFact(Needs.Terminal)]
    public void What_fails_stands_between_the_lines_of_what_does_not()
    {
        string[] lines = Run(200, [], $"'{_directory.File("short")}' /missing '{_directory.File("short")}'", paths: false);

        Assert.Equal(["Pages", "1/1", "ferrite:", "1/1", "Files"], lines.Select(static line => line.TrimStart().Split(' ')[0]).Take(5));
    }

    private string[] Run(int width, string[] environment, string arguments, bool paths = true) =>
        [.. Escapes().Replace(RunRaw(width, environment, arguments, paths), "").Replace("\r", "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private string RunRaw(int width, string[] environment, string arguments, bool paths = true)
    {
        string command = $"stty cols {width} rows 40; env {string.Join(' ', (string[])["TERM=xterm-256color", .. environment])} "
            + $"{FerriteTool.ShellCommand} cache stat {(paths ? $"'{_directory.Path}'" : "")} {arguments}";
        return FerriteTool.RunShell($"script -qec \"{command}\" /dev/null").Output;
    }

    private static int CellsOf(string line) => Segment.CellCount([new Segment(line)]);

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escapes();
}
