using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Opening;

/// <summary>What is not a regular file is refused, and refused at once.</summary>
public sealed class SpecialFileTests : FileTests
{
    [NeedsTheory(Needs.Linux)]
    [InlineData("ReadOnly")]
    [InlineData("ReadWrite")]
    [InlineData("Create")]
    [InlineData("OpenOrCreate")]
    public void A_pipe_is_refused_and_nobody_waits_for_its_other_end(string how)
    {
        string path = PathOf("pipe");
        Tool.Run("mkfifo", path);

        // In a process of its own: a thread that waits in open(2) could not be brought back.
        ChildOutcome outcome = ChildProcess.Run(new ChildOptions { Timeout = TimeSpan.FromSeconds(20) }, OpenRefused, how, path);

        outcome.AssertSucceeded();
        Assert.True(File.Exists(path));
    }

    [NeedsFact(Needs.Linux)]
    public void A_device_is_refused() => OpenRefused(["ReadOnly", "/dev/zero"]);

    [NeedsFact(Needs.Root)]
    public void Without_the_right_to_a_file_the_exception_says_so()
    {
        string path = FileOf(100);
        Tool.Run("chmod", "0755", DirectoryPath);
        Tool.Run("chmod", "0644", path);
        // Not from the directory of the tests, which need not be everybody's.
        ChildOptions asNobody = new() { Wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] };

        ChildProcess.Run(asNobody, ReadsButDoesNotWrite, path).AssertSucceeded();
        Tool.Run("chmod", "0600", path);
        ChildProcess.Run(asNobody, DoesNotRead, path).AssertSucceeded();
    }

    private static void OpenRefused(string[] arguments)
    {
        (string how, string path) = (arguments[0], arguments[1]);
        IOException refused = Assert.Throws<IOException>(() => how switch
        {
            "Create" => MappedFile.Create(path, 100),
            "OpenOrCreate" => MappedFile.OpenOrCreate(path, 100),
            _ => MappedFile.Open(path, Enum.Parse<MapMode>(how)),
        });
        Assert.Contains("ENODEV", refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    private static void ReadsButDoesNotWrite(string[] arguments)
    {
        MappedFile.Open(arguments[0]).Dispose();
        MappedFile.Open(arguments[0], MapMode.CopyOnWrite).Dispose();
        Assert.Throws<UnauthorizedAccessException>(() => MappedFile.Open(arguments[0], MapMode.ReadWrite));
        Assert.Throws<UnauthorizedAccessException>(() => MappedFile.Create(arguments[0], 1));
        Assert.Equal(100, new FileInfo(arguments[0]).Length);
    }

    private static void DoesNotRead(string[] arguments) =>
        Assert.Throws<UnauthorizedAccessException>(() => MappedFile.Open(arguments[0]));
}
