using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Reflection;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>
/// Listens to the runtime's own events to know at which tier each method was compiled last. A kernel that is still at tier 0, or stuck
/// in a body that was replaced while it ran (OSR), would be measured as something no user runs for long. Remembers what it heard; between
/// <see cref="Listen"/> and <see cref="Rest"/> only, since listening costs time.
/// </summary>
internal sealed class TierWatch : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;

    /// <summary>Of MethodFlags in MethodLoadVerbose: bits 7 to 9 are the tier.</summary>
    private const int TierShift = 7;
    private const int TierMask = 7;

    /// <summary>Compiled once, optimized: what a runtime without tiers does.</summary>
    private const int Optimized = 2;
    private const int OptimizedTier1 = 4;

    private ConcurrentDictionary<string, int>? _tiers;
    private EventSource? _runtime;
    private long _lastCompilation = Stopwatch.GetTimestamp();

    /// <summary>How long nothing has been compiled.</summary>
    internal TimeSpan Quiet => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastCompilation));

    // The base's constructor raises events before a field of ours is set.
    private ConcurrentDictionary<string, int> Tiers =>
        _tiers ?? Interlocked.CompareExchange(ref _tiers, new ConcurrentDictionary<string, int>(StringComparer.Ordinal), comparand: null) ?? _tiers;

    internal void Listen()
    {
        if (_runtime is { } runtime)
        {
            EnableEvents(runtime, EventLevel.Verbose, Jit);
        }
    }

    internal void Rest()
    {
        if (_runtime is { } runtime)
        {
            DisableEvents(runtime);
        }
    }

    internal bool IsOptimized(MethodInfo method) =>
        Tiers.TryGetValue($"{method.DeclaringType!.FullName}.{method.Name}", out int tier) && tier is Optimized or OptimizedTier1;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (string.Equals(eventSource.Name, "Microsoft-Windows-DotNETRuntime", StringComparison.Ordinal))
        {
            _runtime = eventSource;
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true || eventData.Payload is null)
        {
            return;
        }

        Volatile.Write(ref _lastCompilation, Stopwatch.GetTimestamp());
        int flags = Convert.ToInt32(Value(eventData, "MethodFlags"), provider: null);
        Tiers[$"{Value(eventData, "MethodNamespace")}.{Value(eventData, "MethodName")}"] = (flags >> TierShift) & TierMask;
    }

    private static object? Value(EventWrittenEventArgs eventData, string name) =>
        eventData.PayloadNames!.IndexOf(name) is var i and >= 0 ? eventData.Payload![i] : null;
}
