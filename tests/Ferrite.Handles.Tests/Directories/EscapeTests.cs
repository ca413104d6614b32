using Ferrite.TestKit;

namespace Ferrite.Handles.Tests.Directories;

public sealed class EscapeTests(EscapeGround ground) : LeakCheckedTests, IClassFixture<EscapeGround>
{
    private Playground Ground { get; } = ground.Ground;

    /// <summary>Names that say themselves that they leave, or could mean anything.</summary>
    public static TheoryData<string> BadNames => new(
        "", "..", "../file", "../outside/file", "dir/..", "dir/../file", "dir/../../file", "./..", "dir/./../..", "dir//../..", "../inside/file",
        "..//file", ".././file", "deep/a/b/c/../../../../..", "nothing/../file", "file/..", "loop/..",
        "/", "//", "///file", "/etc/passwd", "//etc/passwd", "/proc/self/root/etc/passwd", "/.", "/..",
        "\0", "file\0", "fi\0le", "dir/\0/file", "\0/../../file");

    /// <summary>Links that lead outside, and names through them.</summary>
    public static TheoryData<string> LeavingLinks => new(
        "out-file", "out-dir", "out-dir/file", "out-dir/dir/file", "out-dir/nothing", "abs-file", "abs-dir", "abs-dir/file", "abs-inside", "abs-inside/file",
        "root", "root/etc/passwd", "dots", "dots/file", "dots/outside/file", "dir/up-out", "dir/up-out/file", "link-to-out", "link-to-out/file",
        "dir/to-link/file", "dir/out-and-in", "self/self/self/out-dir/file", "self/dots/file", "proc-root", "proc-root/etc/passwd", "proc-cwd",
        "out-slash", "out-slash/file", "./out-dir/.//file", "hidden/dots", "chain-out");

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(BadNames))]
    public void Bad_names_are_refused_by_every_member_and_touch_nothing(string name) => EitherWay.Do(() =>
    {
        foreach (Action<DirectoryHandle, string> member in Members.All)
        {
            PathEscapeException e = Assert.Throws<PathEscapeException>(() => member(Ground.Root, name));
            Assert.Equal(name, e.Name);
            Assert.DoesNotContain('\0', e.Message);
        }

        Ground.AssertOutsideUntouched();
    });

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(LeavingLinks))]
    public void Links_that_lead_outside_are_refused_by_every_member_that_follows_and_touch_nothing(string name) => EitherWay.Do(() =>
    {
        foreach (Action<DirectoryHandle, string> member in Members.ThatFollow)
        {
            Assert.Throws<PathEscapeException>(() => member(Ground.Root, name));
        }

        foreach (Action<DirectoryHandle, string> member in Members.All)
        {
            Assert.Throws<PathEscapeException>(() => member(Ground.Root, name + "/x/y"));
        }

        Ground.AssertOutsideUntouched();
    });

    [NeedsTheory(Needs.Linux)]
    [InlineData("file")]
    [InlineData("./file")]
    [InlineData("dir//file")]
    [InlineData("dir/./file")]
    [InlineData("dir/file/")]
    [InlineData("././././dir/././file")]
    [InlineData("stay")]
    [InlineData("stay-dir/file")]
    [InlineData("dir/stay-up")]
    [InlineData("dir/around")]
    [InlineData("self/self/self/file")]
    [InlineData("deep/a/b/c/far")]
    [InlineData("chain-in")]
    [InlineData("forty-0")]
    [InlineData("... /..x/x..")]
    public void Names_and_links_that_stay_inside_lead_to_the_file(string name) =>
        EitherWay.Do(() => Assert.Equal("inside", Ground.Read(name)));

    /// <summary>Unusual, but names like others: nobody decodes, folds or normalizes.</summary>
    [NeedsTheory(Needs.Linux)]
    [InlineData("nothing")]
    [InlineData("...")]
    [InlineData(".. ")]
    [InlineData(" ..")]
    [InlineData("..\u200b/file")]
    [InlineData("\uff0e\uff0e/file")]
    [InlineData("%2e%2e/file")]
    [InlineData("..\\file")]
    [InlineData("..%2ffile")]
    [InlineData("C:\\Windows")]
    [InlineData("~/file")]
    [InlineData("$HOME/file")]
    [InlineData("FILE")]
    [InlineData("DIR/file")]
    [InlineData("Dots/file")]
    [InlineData("dangling")]
    public void Odd_names_are_just_not_there(string name) =>
        EitherWay.Do(() => Assert.Throws<FileNotFoundException>(() => Ground.Read(name)));

    [NeedsFact(Needs.Linux)]
    public void Loops_end() => EitherWay.Do(() =>
    {
        foreach (string name in (string[])["loop", "loop/file", "loop-1", "dir/loop-2", "forty-one"])
        {
            IOException e = Assert.Throws<IOException>(() => Ground.Read(name));
            Assert.Contains("too many symbolic links", e.Message, StringComparison.Ordinal);
        }
    });

    [NeedsFact(Needs.Linux)]
    public void Names_are_as_long_as_the_kernel_allows() => EitherWay.Do(() =>
    {
        string longest = new('a', 255);
        Assert.Throws<FileNotFoundException>(() => Ground.Read(longest));
        Assert.Throws<PathTooLongException>(() => Ground.Read(longest + "a"));
        Assert.Throws<PathTooLongException>(() => Ground.Read(new string('é', 128)));
        string path = string.Concat(Enumerable.Repeat("self/", 30)) + "file";
        Assert.Equal("inside", Ground.Read(path));
        Assert.Throws<FileNotFoundException>(() => Ground.Read(string.Concat(Enumerable.Repeat("x/", 2047)) + "x"));
        Assert.Throws<PathTooLongException>(() => Ground.Read(string.Concat(Enumerable.Repeat("x/", 2047)) + "xx"));
        // Parts that mean nothing do not count.
        Assert.Equal("inside", Ground.Read(string.Concat(Enumerable.Repeat("./", 5000)) + "file"));
    });

    [NeedsFact(Needs.Linux)]
    public void A_file_is_no_directory() => EitherWay.Do(() =>
    {
        Assert.Throws<DirectoryNotFoundException>(() => Ground.Read("file/x"));
        Assert.Throws<DirectoryNotFoundException>(() => Ground.Read("stay/x"));
        Assert.Throws<DirectoryNotFoundException>(() => Ground.Read("file-slash"));
        Assert.Throws<DirectoryNotFoundException>(() => Ground.Root.OpenDirectory("file"));
        Assert.Throws<DirectoryNotFoundException>(() => Ground.Root.Enumerate("stay").Any());
        Assert.Throws<UnauthorizedAccessException>(() => Ground.Read("dir"));
        Assert.Throws<UnauthorizedAccessException>(() => Ground.Read("."));
        Assert.Throws<UnauthorizedAccessException>(() => Ground.Read("stay-dir"));
    });
}
