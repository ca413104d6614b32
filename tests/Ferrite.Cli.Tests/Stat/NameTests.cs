using System.Text;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>File names are bytes.</summary>
public sealed class NameTests : IDisposable
{
    private const string Latin1Name = @"caf\351";

    private readonly TempDirectory _directory = new();

    public void Dispose()
    {
        // The runtime can't delete what it can't name.
        Tool.Run("rm", "-rf", _directory.Path);
        Directory.CreateDirectory(_directory.Path);
        _directory.Dispose();
    }

    [NeedsFact(Needs.Linux)]
    public void Bytes_that_are_no_utf8_are_found_in_directories()
    {
        Create(Latin1Name);

        Assert.Equal("3/3", FerriteTool.Stat(_directory.Path).AssertSucceeded().ColumnsOf(_directory.File(@"caf\xe9"))[1]);
        AssertExact(Json(_directory.Path).Files!.Single());
    }

    [NeedsFact(Needs.Linux)]
    public void Bytes_that_are_no_utf8_may_be_asked_for()
    {
        Create(Latin1Name);
        Create(@"caf\350");

        ToolOutcome outcome = FerriteTool.RunShell(
            $"cd '{_directory.Path}'; $FERRITE cache stat --json \"$PWD/$(printf '{Latin1Name}')\" \"$PWD/$(printf 'caf\\350')\"").AssertSucceeded();

        StatFile[] files = StatDocument.Parse(outcome.Output).Files!;
        Assert.Equal(2, files.Length);
        AssertExact(files[0]);
        Assert.True(files[1].Counted);
    }

    /// <summary>A name must not be able to write on the terminal, or to pass for two lines.</summary>
    [NeedsFact(Needs.Linux)]
    public void Control_characters_are_shown_as_escapes()
    {
        Create(@"two\nlines");
        Create(@"\033[31mred");
        Create(@"back\\slash");
        Create(@"tab\tback\\slash");

        string output = FerriteTool.Stat(_directory.Path).AssertSucceeded().Output;

        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\t', output);
        foreach (string shown in (string[])[@"two\nlines", @"\x1b[31mred", @"back\slash", @"tab\tback\\slash"])
        {
            Assert.Contains($"  {_directory.File(shown)}\n", output, StringComparison.Ordinal);
        }

        Assert.Contains(Json(_directory.Path).Files!, file => file.Path.Equals(_directory.File("two\nlines"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("檔案 with spaces")]
    [InlineData("@response")]
    [InlineData("--option")]
    [InlineData("[directive]")]
    [InlineData("-")]
    public void Names_that_mean_something_elsewhere_mean_themselves(string name)
    {
        _directory.FileOf([1, 2, 3], name);

        ToolOutcome outcome = FerriteTool.Stat(new ToolOptions { Directory = _directory.Path }, "--", name).AssertSucceeded();

        Assert.Contains($" 3/3 ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"  {name}\n", outcome.Output, StringComparison.Ordinal);
    }

    private void Create(string escapedName) =>
        FerriteTool.RunShell($"printf abc > \"$(printf '{_directory.Path}/{escapedName}')\"").AssertSucceeded();

    private static StatDocument Json(string path) => StatDocument.Parse(FerriteTool.Stat("--json", path).AssertSucceeded().Output);

    private void AssertExact(StatFile file)
    {
        Assert.Equal(_directory.File(@"caf\xe9"), file.Path);
        Assert.Equal([.. Encoding.ASCII.GetBytes(_directory.File("caf")), 0xE9], Convert.FromBase64String(file.PathBase64!));
    }
}
