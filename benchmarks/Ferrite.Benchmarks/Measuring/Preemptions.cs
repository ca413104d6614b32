using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>How often the scheduler has taken the processor away from a thread that wanted to go on.</summary>
internal static unsafe class Preemptions
{
    /// <summary>Of the calling thread since it began; 0 where only Linux could tell.</summary>
    internal static long OfThisThread()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        Libc.ResourceUsage usage;
        // SAFETY: getrusage(2) writes one struct rusage, which lies on this stack frame.
        return Libc.GetResourceUsage(Libc.RUSAGE_THREAD, &usage) == 0 ? usage.InvoluntarySwitches : 0;
    }
}
