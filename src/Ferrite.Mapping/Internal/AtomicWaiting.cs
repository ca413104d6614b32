using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>Sleeping on an integer of a mapped file until somebody wakes the sleepers, in whatever process.</summary>
internal static unsafe class AtomicWaiting
{
    /// <summary>How long the OS sleeps at most before the region is looked at: nobody wakes a sleeper whose file was disposed.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    internal static bool Wait<T>(Region region, byte* address, T value, TimeSpan timeout)
        where T : unmanaged
    {
        Check<T>();
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A time to wait is not negative.");
        }

        long start = Stopwatch.GetTimestamp();
        while (region.State == 0)
        {
            TimeSpan left = timeout == Timeout.InfiniteTimeSpan ? LongestSleep : timeout - Stopwatch.GetElapsedTime(start);
            if (left < TimeSpan.Zero)
            {
                left = TimeSpan.Zero;
            }

            TimeSpan sleep = left < LongestSleep ? left : LongestSleep;
            if (Backend.Wait(address, Unsafe.BitCast<T, int>(value), sleep))
            {
                return true;
            }

            if (timeout != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(start) >= timeout)
            {
                return false;
            }
        }

        return true;
    }

    internal static int Wake<T>(byte* address, int count)
        where T : unmanaged
    {
        Check<T>();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Backend.Wake(address, count);
    }

    private static void Check<T>()
        where T : unmanaged
    {
        if (sizeof(T) != sizeof(int))
        {
            throw new NotSupportedException($"The OS waits on integers of 32 bits only, not on {typeof(T)}.");
        }
    }
}
