namespace Ferrite.Mapping.Internal;

/// <summary>
/// Counts regions that wait for the GC, and nudges it long before their addresses, map entries or header pages become a burden: the GC
/// itself sees only some hundred bytes a region. Thread-safe.
/// </summary>
internal static class Quarantine
{
    /// <summary>4 MiB of header pages at 4 KiB a page; two map entries each at worst, a thirtieth of the usual <c>vm.max_map_count</c>.</summary>
    internal const int NudgeAfterRegions = 1024;

    /// <summary>1 TiB of a 128 TiB address space.</summary>
    private const long NudgeAfterBytes = 1L << 40;

    /// <summary>Where the finalizer thread falls this far behind, whoever retires regions waits for it.</summary>
    private const int MostWaiting = 4 * NudgeAfterRegions;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static int _waiting;
    private static int _sinceNudge;
    private static long _bytesSinceNudge;

    internal static void Enter(Region region, nuint size)
    {
        int waiting = Interlocked.Increment(ref _waiting);
        int regions = Interlocked.Increment(ref _sinceNudge);
        long bytes = Interlocked.Add(ref _bytesSinceNudge, (long)size);
        if (regions < NudgeAfterRegions && bytes < NudgeAfterBytes)
        {
            return;
        }

        Volatile.Write(ref _sinceNudge, 0);
        Volatile.Write(ref _bytesSinceNudge, 0);
        int generation = GC.GetGeneration(region);
        GC.Collect(generation, GCCollectionMode.Forced, blocking: waiting >= MostWaiting);
        if (waiting >= MostWaiting)
        {
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>By the finalizer.</summary>
    internal static void Leave(bool retired)
    {
        if (retired)
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The OS has no addresses, map entries or memory left: collects what waits, and gives back what was kept for reuse.</summary>
    internal static void Reclaim()
    {
        GC.Collect();
        WaitForFinalizers();
        Backend.Trim();
    }

    /// <summary>Not for ever: who maps anew holds the file's gate, and a finalizer that disposes the same file waits for that.</summary>
    private static void WaitForFinalizers()
    {
        try
        {
            var waiting = new Thread(GC.WaitForPendingFinalizers) { IsBackground = true };
            waiting.Start();
            waiting.Join(LongestWait);
        }
        catch (OutOfMemoryException)
        {
            // Not even a thread can be had. What is finalized by now will have to do.
        }
    }
}
