using System.Diagnostics;
using System.Globalization;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Two processes, two threads each, count in one file. Nothing is lost: <c>dotnet run --project samples -- counter /tmp/counter 1000000</c>
/// </summary>
internal static class SharedCounter
{
    internal static int Run(string path, string count)
    {
        using MappedFile file = MappedFile.Create(path, length: sizeof(long));
        using Process other = OtherProcess.Start("counter", path, count, "other");
        Count(file, count);
        other.WaitForExit();

        Console.WriteLine($"counted to {file.GetAtomic<long>(0).Load()}");
        return other.ExitCode;
    }

    internal static int RunOther(string path, string count)
    {
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        Count(file, count);
        return 0;
    }

    private static void Count(MappedFile file, string count) => Parallel.For(0, 2, _ =>
    {
        // Any number of threads and processes may add at once. An int or long at a multiple of its size is all that it takes.
        AtomicRef<long> counter = file.GetAtomic<long>(0);
        for (int i = int.Parse(count, CultureInfo.InvariantCulture); i > 0; i--)
        {
            counter.Increment();
        }
    });
}
