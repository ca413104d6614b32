using Ferrite.TestKit;

namespace Ferrite.Samples.Tests;

public sealed class FollowFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void Follows_growth_and_rotation_to_the_end()
    {
        string path = _directory.FileOf("old\n"u8);
        using ChildProcess follow = Sample.Start("watch", path);
        follow.WaitFor("following");

        File.AppendAllText(path, "appended\n");
        Assert.Equal("", follow.WaitFor("appended"));

        // As logrotate does.
        File.Move(path, path + ".1");
        File.WriteAllText(_directory.File("new"), "the first of the new file\n");
        File.Move(_directory.File("new"), path);
        Assert.Equal("", follow.WaitFor("the first of the new file"));
        File.AppendAllText(path, "the second\n");
        Assert.Equal("", follow.WaitFor("the second"));

        File.Delete(path);
        ChildOutcome outcome = follow.WaitForExit().AssertSucceeded();
        Assert.Equal($"following {path}", outcome.Lines[0]);
        Assert.Equal("deleted", outcome.Lines[^1]);
        Assert.DoesNotContain("old", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
