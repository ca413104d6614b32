using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Ferrite.Windows.Smoke;

// Exercises the whole public surface of Ferrite.Mapping on the OS at hand, races included, and says what failed.
// Arguments: milliseconds for each race (1500; random operations are as many more or fewer), part of the names to run (all). Exit code: how many checks failed.
Check.RaceMilliseconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1500;
string part = args.Length > 1 ? args[1] : "";
Console.WriteLine($"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, .NET {Environment.Version}");

// Whoever waits for what never comes is to fail too.
using var watchdog = new Timer(
    static _ =>
    {
        Console.WriteLine("FAIL  still not done");
        Environment.Exit(1);
    },
    state: null,
    dueTime: TimeSpan.FromSeconds(120) + TimeSpan.FromMilliseconds(Check.RaceMilliseconds * 10),
    period: Timeout.InfiniteTimeSpan);

int passed = 0;
int failed = 0;
Type[] topics = [typeof(Opening), typeof(Directories), typeof(Lending), typeof(Accessing), typeof(Viewing), typeof(Resizing), typeof(Flushing), typeof(Paging), typeof(Disposing), typeof(Sharing), typeof(Modelled), typeof(Races)];
foreach (MethodInfo method in topics.SelectMany(static topic => topic.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)))
{
    if (!method.IsAssembly || method.GetParameters() is not [{ Name: "path" }] || !method.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
    {
        continue;
    }

    long start = Stopwatch.GetTimestamp();
    try
    {
        Check.OnFile(method.CreateDelegate<Action<string>>());
        passed++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ok    {method.Name} ({Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms)"));
    }
    catch (Exception e)
    {
        failed++;
        Console.WriteLine($"FAIL  {method.Name}: {e}");
    }
}

Console.WriteLine($"{passed} passed, {failed} failed");
return passed == 0 ? 1 : failed;
