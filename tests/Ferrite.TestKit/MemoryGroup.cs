using System.Globalization;

namespace Ferrite.TestKit;

/// <summary>A control group with a limit of memory, of cgroups(7) of either version. Gone at the end. Needs root.</summary>
public sealed class MemoryGroup : IDisposable
{
    private const string FirstVersion = "/sys/fs/cgroup/memory";
    private const string SecondVersion = "/sys/fs/cgroup";

    private readonly string _directory;

    /// <exception cref="IOException">There is none to be had.</exception>
    public MemoryGroup(long bytes)
    {
        bool isFirst = Directory.Exists(FirstVersion);
        _directory = Path.Combine(isFirst ? FirstVersion : SecondVersion, $"ferrite-test-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(_directory);
            string limit = Path.Combine(_directory, isFirst ? "memory.limit_in_bytes" : "memory.max");
            File.WriteAllText(limit, bytes.ToString(CultureInfo.InvariantCulture));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>What runs a command in it.</summary>
    public IReadOnlyList<string> Wrapper => ["sh", "-c", $"echo $$ > {_directory}/cgroup.procs && exec \"$@\"", "sh"];

    /// <summary>The processes that were in it have ended.</summary>
    public void Dispose() => Directory.Delete(_directory);
}
