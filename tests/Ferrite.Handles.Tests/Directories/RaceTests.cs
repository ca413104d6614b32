using System.Globalization;
using Ferrite.Handles.Internal.Beneath;
using Ferrite.Handles.Interop.Linux;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Directories;

/// <summary>A thread swaps a directory for a link that leads outside, as fast as it can; another opens, makes and deletes through that name.</summary>
public sealed class RaceTests : LeakCheckedTests
{
    private const int Swaps = 100_000;

    [NeedsFact(Needs.Linux)]
    public void Nothing_ever_lands_outside_with_openat2() => Race([]);

    [NeedsFact(Needs.Linux)]
    public void Nothing_ever_lands_outside_with_the_walk() => EitherWay.ByWalk(static () => Race([]));

    /// <summary>For real: a kernel without openat2, and a filter that refuses it.</summary>
    [NeedsTheory(Needs.Linux | Needs.Strace)]
    [InlineData("ENOSYS")]
    [InlineData("EPERM")]
    public void Nothing_ever_lands_outside_where_openat2_fails(string error)
    {
        using var trace = new TempDirectory();
        ChildOutcome outcome = ChildProcess.Run(
            new ChildOptions { Wrapper = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", trace.File("trace"), "-e", "signal=none", "-e", "trace=openat2", "-e", $"inject=openat2:error={error}"] },
            RaceWithout);

        outcome.AssertSucceeded();
        string[] calls = [.. File.ReadAllLines(trace.File("trace")).Where(static line => line.Contains("openat2", StringComparison.Ordinal) && line.Contains(" = ", StringComparison.Ordinal))];
        Assert.All(calls, call => Assert.Contains($"{error} ", call, StringComparison.Ordinal));
        // It is asked for until it is known to be missing, and then no more.
        Assert.InRange(calls.Length, 1, 10);
    }

    /// <summary>Where each call is refused, each is answered all the same, escapes included.</summary>
    [NeedsTheory(Needs.Linux | Needs.Strace)]
    [InlineData("ENOSYS")]
    [InlineData("EPERM")]
    [InlineData("EAGAIN")]
    public void Whatever_openat2_says_the_walk_answers(string error) => ChildProcess.Run(
        new ChildOptions { Wrapper = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=openat2", "-e", $"inject=openat2:error={error}"] },
        Answers).AssertSucceeded();

    private static void RaceWithout(string[] arguments)
    {
        Race(arguments);
        Assert.True(LinuxDirectories.LacksOpenAt2);
    }

    private static void Answers(string[] arguments)
    {
        using var ground = new EscapeGround();
        for (int i = 0; i < 3; i++)
        {
            LinuxDirectories.LacksOpenAt2 = false;
            Assert.Throws<PathEscapeException>(() => ground.Ground.Read("chain-out"));
            Assert.Equal("inside", ground.Ground.Read("deep/a/b/c/far"));
            Assert.Throws<FileNotFoundException>(() => ground.Ground.Read("dangling"));
            ground.Ground.Root.CreateFile("new").Dispose();
            ground.Ground.Root.Delete("new");
        }

        ground.Ground.AssertOutsideUntouched();
    }

    private static void Race(string[] arguments)
    {
        using var ground = new Playground();
        ground.MakeFile("swapped/file");
        ground.MakeFile("swapped/dir/file");
        ground.MakeLink("link", "../outside");
        ground.MakeLink("through", "swapped/dir/file");
        ground.MakeFile("other/file");
        ground.MakeLink("other/up", "../swapped/../swapped/dir");
        bool ended = false;
        var swapper = new Thread(() =>
        {
            for (int i = 0; i < Swaps; i++)
            {
                Assert.Equal(0, Libc.RenameAt2(Libc.SYS_renameat2, ground.Root.Handle, "swapped", ground.Root.Handle, "link", Libc.RENAME_EXCHANGE));
            }

            Volatile.Write(ref ended, value: true);
        });
        swapper.Start();
        int landed = 0;
        int refused = 0;
        try
        {
            for (int i = 0; !Volatile.Read(ref ended); i++)
            {
                try
                {
                    Step(ground, i);
                    landed++;
                }
                catch (PathEscapeException)
                {
                    refused++;
                }
                catch (IOException)
                {
                    // It moved again and again; or what the last step made is under the other name now.
                }
            }
        }
        finally
        {
            swapper.Join();
        }

        ground.AssertOutsideUntouched();
        Assert.True(landed > 0 && refused > 0, string.Create(CultureInfo.InvariantCulture, $"landed {landed} times, refused {refused} times"));
    }

    private static void Step(Playground ground, int i)
    {
        switch (i % 8)
        {
            case 0:
                using (SafeFileHandle made = ground.Root.CreateFile("swapped/made", FileMode.Create))
                {
                    RandomAccess.Write(made, "inside"u8, 0);
                }

                break;
            case 1:
                ground.Root.Delete("swapped/made");
                break;
            case 2:
                Assert.Equal("dir file", string.Join(' ', ground.Root.Enumerate("swapped").Select(static entry => entry.Name).Where(static name => name is not ("made" or "new")).Order(StringComparer.Ordinal)));
                Assert.All(ground.Root.Enumerate("swapped/dir"), static entry => Assert.Equal("file", entry.Name));
                break;
            case 3:
                using (ground.Root.CreateDirectory("swapped/new"))
                {
                }

                ground.Root.Delete("swapped/new", recursive: true);
                break;
            case 4:
                Assert.Equal("inside", ground.Read("other/up/file"));
                break;
            case 5:
                Assert.Equal("inside", ground.Read("through"));
                break;
            case 6:
                using (DirectoryHandle directory = ground.Root.OpenDirectory("swapped/dir"))
                {
                    Assert.Equal("inside", Playground.Read(directory, "file"));
                }

                break;
            default:
                Assert.Equal("inside", ground.Read("swapped/file"));
                break;
        }
    }
}
