using System.Globalization;

namespace Ferrite.TestKit;

/// <summary>Huge pages of the kernel's pool (vm.nr_hugepages), as many as asked for; afterwards as many as before.</summary>
public sealed class HugePagePool : IDisposable
{
    private const string Setting = "/proc/sys/vm/nr_hugepages";

    private readonly string _before = File.ReadAllText(Setting);

    /// <exception cref="IOException">The setting is not ours to change, or memory is too scattered for so many.</exception>
    public HugePagePool(int pages)
    {
        try
        {
            File.WriteAllText(Setting, pages.ToString(CultureInfo.InvariantCulture));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }

        if (Free < pages)
        {
            long free = Free;
            Dispose();
            throw new IOException($"There are {free} huge pages, of {pages} wanted.");
        }
    }

    /// <summary>Bytes of one.</summary>
    public static long PageSize => Read("Hugepagesize:") << 10;

    /// <summary>Those that nobody has.</summary>
    public static long Free => Read("HugePages_Free:");

    public void Dispose() => File.WriteAllText(Setting, _before);

    private static long Read(string name)
    {
        string line = File.ReadLines("/proc/meminfo").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
