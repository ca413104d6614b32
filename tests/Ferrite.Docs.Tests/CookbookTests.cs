using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ferrite.Docs.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Docs.Tests;

/// <summary>Each recipe, run as it stands on the page.</summary>
public sealed class CookbookTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void Reads_a_large_file()
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500_000).Select(static i => $"line {i}\n")));
        Assert.Equal([string.Create(CultureInfo.InvariantCulture, $"500000 lines in {content.Length} bytes")], Run("Read a file of 100 GB", _directory.FileOf(content)));
    }

    [Fact]
    public void Tails_a_growing_file()
    {
        string path = _directory.FileOf("old\n"u8);
        using CompiledExample recipe = Recipe("Tail a growing file");
        using ChildProcess tail = recipe.Start(path);
        Assert.Equal("bytes so far", tail.WaitFor("4"));
        File.AppendAllText(path, "first\n");
        Assert.Equal("", tail.WaitFor("first"));
        File.AppendAllText(path, "second\nthird\n");
        Assert.Equal("", tail.WaitFor("third"));
    }

    [Fact]
    public void Counts_in_two_processes()
    {
        string path = _directory.File("counter");
        using CompiledExample recipe = Recipe("Share a counter between processes");
        using ChildProcess one = recipe.Start(path), other = recipe.Start(path);
        one.WaitForExit().AssertSucceeded();
        other.WaitForExit().AssertSucceeded();
        Assert.Equal(2_000_000, BitConverter.ToInt64(File.ReadAllBytes(path)));
    }

    [Fact]
    public void Survives_rotation_by_moving_and_by_cutting()
    {
        string path = _directory.FileOf("1\n2\n3\n"u8);
        using CompiledExample recipe = Recipe("Survive log rotation");
        using ChildProcess reader = recipe.Start(path);
        reader.WaitFor("3 lines");

        File.WriteAllText(path, "");
        reader.WaitFor("0 lines");
        File.AppendAllText(path, "1\n");
        reader.WaitFor("1 lines");

        File.Move(path, path + ".1");
        File.WriteAllText(_directory.File("new"), "1\n2\n");
        File.Move(_directory.File("new"), path);
        reader.WaitFor("2 lines");

        File.Delete(path);
        reader.WaitForExit().AssertSucceeded();
    }

    [Fact]
    public void Appends_to_a_log_again_and_again()
    {
        string path = _directory.File("log");
        Assert.Equal(["one", "two"], Run("A crash-safe log", path, "one", "two"));
        string large = new('x', 10_000);
        Assert.Equal(["one", "two", large], Run("A crash-safe log", path, large));
        Assert.Equal(["one", "two", large], Run("A crash-safe log", path));
    }

    [Fact]
    public void Parses_json() => Assert.Equal(
        ["3 amounts, together 60"],
        Run("Parse JSON past 2 GiB", _directory.FileOf("""[{"amount":10},{"name":"amount","amount":20},{"nested":{"amount":30}}]"""u8)));

    [NeedsFact(Needs.Linux)]
    public void Warms_a_file()
    {
        string[] lines = Run("Warm a database before traffic", _directory.FileOf(new byte[10 << 20]));
        Assert.Equal("2560 of 2560 pages are in memory", lines[^1]);
        Assert.Contains("10 MiB", lines);
    }

    [NeedsFact(Needs.Linux)]
    public void Shares_memory_with_a_child()
    {
        Example[] programs = [.. Page.Of("docs/cookbook.md").Examples.Where(static example => example.Heading is "Pass a mapping to a child process")];
        using CompiledExample parent = new CompiledExample(programs[0]).Write(), child = new CompiledExample(programs[1]).Write();
        using ChildProcess process = parent.Start("dotnet", "exec", child.Assembly);
        Assert.Equal(["the child wrote 42"], process.WaitForExit().AssertSucceeded().Lines);
    }

    [Fact]
    public void Extracts_what_is_fine_and_names_what_is_not()
    {
        string upload = _directory.File("upload.zip");
        using (ZipArchive archive = ZipFile.Open(upload, ZipArchiveMode.Create))
        {
            using (var writer = new StreamWriter(archive.CreateEntry("good.txt").Open()))
            {
                writer.Write("good");
            }

            archive.CreateEntry("../../etc/cron.d/x").Open().Dispose();
        }

        string target = Directory.CreateDirectory(_directory.File("target")).FullName;
        using CompiledExample recipe = Recipe("Extract an upload safely");
        using ChildProcess process = recipe.Start(upload, target);
        ChildOutcome outcome = process.WaitForExit().AssertSucceeded();
        Assert.Equal(["1 extracted, 1 refused"], outcome.Lines);
        Assert.Equal("'../../etc/cron.d/x' is refused: it has '..'.\n", outcome.Errors);
        Assert.Equal(["good.txt"], Directory.EnumerateFileSystemEntries(target).Select(static path => Path.GetFileName(path)));
    }

    /// <summary>Its property is what the packed package's tests build with: here, that the page names it as they do.</summary>
    [Fact]
    public void Requires_an_sdk_by_the_property_that_the_package_reads()
    {
        string property = Page.Of("docs/cookbook.md").Examples.Single(static example => example.Heading is "Require an SDK" && example.Language is "xml").Code.Trim();
        Assert.Contains(property, Page.Of("docs/sdk-floor.md").Text, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private static CompiledExample Recipe(string heading) =>
        new CompiledExample(Page.Of("docs/cookbook.md").Examples.Single(example => string.Equals(example.Heading, heading, StringComparison.Ordinal))).Write();

    private static string[] Run(string heading, params string[] arguments)
    {
        using CompiledExample recipe = Recipe(heading);
        using ChildProcess process = recipe.Start(arguments);
        return process.WaitForExit().AssertSucceeded().Lines;
    }
}
