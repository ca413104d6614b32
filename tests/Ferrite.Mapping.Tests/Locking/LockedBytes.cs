using System.Globalization;

namespace Ferrite.Mapping.Tests.Locking;

internal static class LockedBytes
{
    private const string Name = "VmLck:";

    /// <summary>What this process has locked. See proc_pid_status(5).</summary>
    internal static long Now
    {
        get
        {
            string line = File.ReadLines("/proc/self/status").Single(static line => line.StartsWith(Name, StringComparison.Ordinal));
            return long.Parse(line[Name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) << 10;
        }
    }
}
