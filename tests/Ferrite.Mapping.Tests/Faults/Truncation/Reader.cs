using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>The process whose mapping is cut: its threads make every kind of access at random, and judge what they get.</summary>
internal static class Reader
{
    private const int Threads = 2;

    internal static Pattern PatternOf(string name) => name switch
    {
        nameof(Pattern.Words) => Pattern.Words,
        nameof(Pattern.Uniform) => Pattern.Uniform,
        _ => throw new ArgumentException($"There is no pattern '{name}'.", nameof(name)),
    };

    internal static Access[] AccessesOf(Pattern pattern) =>
        pattern.HasTags ? [.. ReadingAccesses.All, .. WritingAccesses.All] : VectorAccesses.All;

    internal static void Run(string[] arguments)
    {
        Pattern pattern = PatternOf(arguments[0]);
        using MappedFile mapped = MappedFile.Open(arguments[1], MapMode.ReadWrite);
        using SafeFileHandle file = File.OpenHandle(arguments[1], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var control = new Control(arguments[2]);
        int seed = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        var all = new Statistics();
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            try
            {
                all.Add(new Judge(mapped, file, control, pattern, index, Threads, seed + index).Run());
            }
            catch (Exception e)
            {
                // The cutter waits for accesses: it, and so the test, would never end.
                Interlocked.CompareExchange(ref failure, e, null);
                Console.Error.WriteLine(e);
                Environment.Exit(1);
            }
        }))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        mapped.Refresh();
        byte[] whole = new byte[mapped.Length];
        mapped.CopyTo(0, whole);
        Assert.Equal(Pattern.FileLength, whole.Length);
        Assert.Equal(-1, pattern.FindWrong(whole, 0));
        Console.Write(all);
    }
}
