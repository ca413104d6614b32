using System.Collections.Concurrent;
using Ferrite.Mapping;

namespace Ferrite.TestKit;

/// <summary>Finds out, once a process, what the machine offers: by doing it, not by guessing.</summary>
public static class Requirements
{
    private const string OvercommitSetting = "/proc/sys/vm/overcommit_memory";

    private static readonly ConcurrentDictionary<Needs, string?> Found = new();

    /// <summary>Null where everything asked for is there; else the reason to print.</summary>
    public static string? WhyUnmet(Needs needs)
    {
        IEnumerable<string> reasons = Enum.GetValues<Needs>()
            .Where(need => need != Needs.None && needs.HasFlag(need))
            .Select(need => Found.GetOrAdd(need, Try))
            .OfType<string>();
        string all = string.Join("; ", reasons);
        return all.Length == 0 ? null : all;
    }

    private static string? Try(Needs need) => need switch
    {
        Needs.Linux => OperatingSystem.IsLinux() ? null : "needs Linux",
        Needs.Root => Environment.IsPrivilegedProcess ? null : "needs root",
        Needs.Strace => Tool.Runs("strace", "-qq", "-e", "trace=none", "true") ? null : "needs strace(1), allowed to trace",
        Needs.CCompiler => Tool.Runs("cc", "--version") ? null : "needs a C compiler (cc)",
        Needs.Mount => Mounts(static () => SmallFileSystem.Tmpfs(1 << 20)) ? null : "needs the right to mount a tmpfs",
        Needs.LoopDevice => Mounts(static () => SmallFileSystem.Ext4(4 << 20)) ? null : "needs mkfs.ext4 and the right to mount a loop device",
        Needs.OvercommitSetting => CanSetOvercommit() ? null : "needs the right to set vm.overcommit_memory",
        Needs.FaultGuard => FaultGuard.IsSupported ? null : "needs the fault guard (a C compiler when it was built)",
        Needs.Eviction => CanEvict() ? null : "needs a directory for temporary files whose pages can be evicted, so none on tmpfs",
        Needs.Fincore => Tool.Runs("fincore", "--version") ? null : "needs fincore(1)",
        Needs.Vmtouch => Tool.Runs("vmtouch", "-q", "/dev/null") ? null : "needs vmtouch(8)",
        Needs.Terminal => Tool.Runs("script", "-qec", "true", "/dev/null") ? null : "needs script(1)",
        Needs.OtherUser => Tool.Runs("setpriv", "--reuid=65534", "--clear-groups", "true") ? null : "needs setpriv(1), and root for it",
        Needs.HugePagePool => Mounts(static () => SmallFileSystem.HugeTlb(1)) ? null : "needs the right to set vm.nr_hugepages and to mount hugetlbfs",
        Needs.HugeTmpfs => Mounts(static () => SmallFileSystem.Tmpfs(1 << 20, "huge=advise")) ? null : "needs a tmpfs that can be mounted with huge=advise",
        Needs.DiskSpace => new DriveInfo(Path.GetTempPath()).AvailableFreeSpace >= 4L << 30 ? null : "needs 4 GiB free for temporary files",
        Needs.MemoryGroup => Mounts(static () => new MemoryGroup(64 << 20)) ? null : "needs the right to make a control group for memory",
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "There is no such need."),
    };

    private static bool Mounts(Func<IDisposable> mount)
    {
        try
        {
            mount().Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool CanEvict()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var directory = new TempDirectory();
        string file = directory.FileOf(new byte[100_000]);
        PageCache.Evict(file);
        return !PageCache.Read(file).Contains(true);
    }

    private static bool CanSetOvercommit()
    {
        try
        {
            File.WriteAllText(OvercommitSetting, File.ReadAllText(OvercommitSetting));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
