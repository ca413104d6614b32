using Ferrite.Mapping.Interop.Linux;
using Errno = Ferrite.Handles.Interop.Linux.Errno;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class LinuxBackend
{
    /// <summary>
    /// Every error but the timeout sends the caller back to look: EAGAIN (another value), EINTR, EFAULT (the page was lost: the load that
    /// follows finds that out).
    /// </summary>
    internal static bool Wait(byte* word, int value, TimeSpan timeout)
    {
        long nanoseconds = timeout.Ticks * TimeSpan.NanosecondsPerTick;
        var limit = new Libc.TimeSpec { Seconds = nanoseconds / NanosecondsPerSecond, Nanoseconds = nanoseconds % NanosecondsPerSecond };
        // SAFETY: futex(2) FUTEX_WAIT reads the aligned word, which the caller's region keeps mapped, and the timespec on this stack frame.
        OSError error = Libc.Futex(Libc.SYS_futex, word, Libc.FUTEX_WAIT, value, &limit) == 0 ? OSError.None : OSError.Last("futex");
        return error.Code != (int)Errno.ETIMEDOUT;
    }

    internal static int Wake(byte* word, int count)
    {
        // SAFETY: futex(2) FUTEX_WAKE only looks at where the word is mapped; it reads and writes nothing of it.
        return (int)Math.Max(0, Libc.Futex(Libc.SYS_futex, word, Libc.FUTEX_WAKE, count, null));
    }

    private const long NanosecondsPerSecond = 1_000_000_000;
}
