using System.Globalization;
using Ferrite.Handles.Interop;
using Ferrite.Handles.Interop.Linux;

namespace Ferrite.Handles.Internal.Open;

/// <summary>Linux: descriptors.</summary>
internal static unsafe class LinuxHandles
{
    internal static OSError Duplicate(nint number, out nint duplicate)
    {
        duplicate = Libc.FCntl((int)number, Libc.F_DUPFD_CLOEXEC, UnixHandles.FirstDuplicate);
        return duplicate >= 0 ? OSError.None : OSError.Last("fcntl(F_DUPFD_CLOEXEC)");
    }

    internal static bool IsOpen(nint number) => Libc.FCntl((int)number, Libc.F_GETFD, 0) >= 0;

    internal static FileAccess AccessOf(nint number) => UnixHandles.AccessOf(Libc.FCntl((int)number, Libc.F_GETFL, 0));

    internal static HandleIdentity? Identify(nint number)
    {
        Libc.StatxBuffer status;
        byte emptyPath = 0;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes; both live on this stack frame.
        int result = Libc.FStatx((int)number, &emptyPath, Fcntl.AT_EMPTY_PATH, Libc.STATX_BASIC_STATS | Libc.STATX_BTIME, &status);
        if (result != 0)
        {
            return null;
        }

        string kind = UnixHandles.KindOf(status.Mode);
        long born = (status.Mask & Libc.STATX_BTIME) != 0 ? (status.Born.Seconds * 1_000_000_000) + status.Born.Nanoseconds : 0;
        return new HandleIdentity(
            kind.Length == 0 ? NameOf(number) : kind, ((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode, born);
    }

    /// <summary>
    /// Since 6.10 fcntl(2) knows; before, kcmp(2), where the kernel has it and filters let it. Without either, only files that differ are
    /// known to be different openings.
    /// </summary>
    internal static bool? AreSame(nint first, nint second)
    {
        int answer = Libc.FCntl((int)first, Libc.F_DUPFD_QUERY, (int)second);
        if (answer >= 0)
        {
            return answer == 1;
        }

        nint order = Libc.KCmp(Libc.SYS_kcmp, Environment.ProcessId, Environment.ProcessId, Libc.KCMP_FILE, (nuint)first, (nuint)second);
        return order >= 0 ? order == 0 : null;
    }

    /// <summary>What has no type of file: anon_inode:[eventpoll]. All of them share one inode.</summary>
    private static string NameOf(nint number)
    {
        try
        {
            return new FileInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{number}")).LinkTarget ?? "anonymous";
        }
        catch (IOException)
        {
            return "anonymous";
        }
    }
}
