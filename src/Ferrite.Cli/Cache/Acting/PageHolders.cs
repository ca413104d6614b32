using System.Globalization;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>
/// Finds out what keeps pages of a file in the cache: processes that have them mapped, or locked, as far as this user may see them
/// (proc_pid_maps(5), proc_pid_smaps(5)), or a file system that has no other place for them.
/// </summary>
internal sealed class PageHolders
{
    private const int MostNamed = 3;

    /// <summary>Files that are mapped, by device and inode as they are written there, and by whom; read once.</summary>
    private readonly Lazy<Dictionary<string, List<int>>> _mappers = new(ReadAll);

    internal string Explain(in FoundFile file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "they are mapped, locked or being written";
        }

        if (IsInMemory(file.Path))
        {
            return "its file system is in memory, and has no other place for them";
        }

        string key = string.Create(CultureInfo.InvariantCulture, $"{file.Identity.Device >> 32:x2}:{file.Identity.Device & uint.MaxValue:x2} {file.Identity.Inode}");
        return _mappers.Value.GetValueOrDefault(key) is { } processes
            ? string.Join(", ", processes.Take(MostNamed).Select(process => Describe(process, key)))
                + (processes.Count > MostNamed ? $" and {processes.Count - MostNamed} more" : "")
            : "being written or read, part of a larger folio, or mapped by a process that you may not look at";
    }

    private static bool IsInMemory(PathBytes path)
    {
        try
        {
            return new DriveInfo(path.ToString()).DriveFormat is "tmpfs" or "ramfs" or "hugetlbfs";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static string Describe(int process, string key) =>
        $"{(IsLocked(process, key) ? "locked" : "mapped")} by {Read($"/proc/{process}/comm").FirstOrDefault("a process that has ended")} ({process})";

    private static bool IsLocked(int process, string key)
    {
        bool isHere = false;
        foreach (string line in Read($"/proc/{process}/smaps"))
        {
            if (KeyOf(line) is { } mapped)
            {
                isHere = mapped.Equals(key, StringComparison.Ordinal);
            }
            else if (isHere && line.StartsWith("Locked:", StringComparison.Ordinal) && !line.Contains(" 0 kB", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, List<int>> ReadAll()
    {
        Dictionary<string, List<int>> mappers = new(StringComparer.Ordinal);
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out int process) && process != Environment.ProcessId)
            {
                foreach (string key in Read($"{directory}/maps").Select(KeyOf).OfType<string>().Distinct(StringComparer.Ordinal))
                {
                    (mappers.TryGetValue(key, out List<int>? processes) ? processes : mappers[key] = []).Add(process);
                }
            }
        }

        return mappers;
    }

    /// <summary>"7f00-7f01 r--s 00000000 fe:00 1234   /path": device and inode. Null of other lines, and of memory that is no file's.</summary>
    private static string? KeyOf(string line)
    {
        string[] parts = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 5 && parts[0].Contains('-', StringComparison.Ordinal) && parts[4] is not "0" ? $"{parts[3]} {parts[4]}" : null;
    }

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is somebody else's.
            return [];
        }
    }
}
