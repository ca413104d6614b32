using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Handles.Tests.Directories;

public sealed class SystemCallTests
{
    private const int Openings = 100;

    /// <summary>However deep it lies: seen by strace. What looks at the file and locks it is as much as the BCL does.</summary>
    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_file_is_opened_by_one_system_call()
    {
        using var trace = new TempDirectory();
        ChildProcess.Run(
            new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-o", trace.File("trace"), "-e", "signal=none", "-e", "trace=openat2,openat,readlinkat,statx,flock,fcntl"] }, Open).AssertSucceeded();

        string[] calls = File.ReadAllLines(trace.File("trace"));
        int first = Array.FindIndex(calls, static call => call.Contains("openat2(", StringComparison.Ordinal));
        int last = Array.FindLastIndex(calls, static call => call.Contains("openat2(", StringComparison.Ordinal));
        string thread = calls[first].Split(' ')[0];
        string[] own = [.. calls[first..(last + 1)].Where(call => call.StartsWith(thread + " ", StringComparison.Ordinal))];
        Assert.Equal(Openings, own.Count(static call => call.Contains("openat2(", StringComparison.Ordinal)));
        Assert.DoesNotContain(own, static call => call.Contains("d7/file", StringComparison.Ordinal) && !call.Contains("openat2(", StringComparison.Ordinal));
        // One to open, one to look, one to lock.
        Assert.InRange(own.Length, 1, (3 * Openings) + 20);
    }

    private static void Open(string[] arguments)
    {
        using var ground = new Playground();
        string name = string.Join('/', Enumerable.Range(1, 7).Select(static i => string.Create(CultureInfo.InvariantCulture, $"d{i}"))) + "/file";
        ground.MakeFile(name);
        for (int i = 0; i < Openings; i++)
        {
            ground.Root.OpenFile(name).Dispose();
        }
    }
}
