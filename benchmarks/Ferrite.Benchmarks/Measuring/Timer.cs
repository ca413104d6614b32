using System.Diagnostics;
using Ferrite.Benchmarks.Cases;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>Makes one measured call at a time, and verifies each. With a second thread that waits for work.</summary>
internal sealed class Timer : IDisposable
{
    private readonly Thread _second;
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private (Func<long, ulong> Kernel, long Operations)? _work;
    private Run _secondRun;
    private int _ready;
    private int _go;

    internal Timer()
    {
        _second = new Thread(RunSecond) { IsBackground = true };
        _second.Start();
    }

    /// <exception cref="InvalidDataException">The kernel didn't do its work.</exception>
    internal Sample Call(Contender contender, long operations)
    {
        contender.Prepare?.Invoke();
        bool two = contender.Threads > 1;
        if (two)
        {
            Rally(contender.Kernel, operations);
        }

        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Run run = Clock(contender.Kernel, operations);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double nanoseconds = run.Nanoseconds;
        long preemptions = run.Preemptions;
        if (two)
        {
            _done.Wait();
            contender.Verify(operations, _secondRun.Returned);
            nanoseconds = (nanoseconds + _secondRun.Nanoseconds) / 2;
            preemptions += _secondRun.Preemptions;
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        contender.Verify(operations, run.Returned);
        return new Sample(nanoseconds, cpu.TotalNanoseconds, allocated, preemptions);
    }

    public void Dispose()
    {
        _work = null;
        _wanted.Release();
        _second.Join();
        _wanted.Dispose();
        _done.Dispose();
    }

    private static Run Clock(Func<long, ulong> kernel, long operations)
    {
        long preemptions = Preemptions.OfThisThread();
        long start = Stopwatch.GetTimestamp();
        ulong returned = kernel(operations);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return new Run(nanoseconds, returned, Preemptions.OfThisThread() - preemptions);
    }

    /// <summary>Wakes the second thread and lets it go only once it runs: waking takes longer than what may be measured.</summary>
    private void Rally(Func<long, ulong> kernel, long operations)
    {
        _work = (kernel, operations);
        Volatile.Write(ref _go, 0);
        Volatile.Write(ref _ready, 0);
        _wanted.Release();
        SpinUntil(ref _ready);
        Volatile.Write(ref _go, 1);
    }

    private void RunSecond()
    {
        while (true)
        {
            _wanted.Wait();
            if (_work is not { } work)
            {
                return;
            }

            Volatile.Write(ref _ready, 1);
            SpinUntil(ref _go);
            _secondRun = Clock(work.Kernel, work.Operations);
            _done.Release();
        }
    }

    private static void SpinUntil(ref int flag)
    {
        while (Volatile.Read(ref flag) == 0)
        {
            Thread.SpinWait(1);
        }
    }

    private readonly record struct Run(double Nanoseconds, ulong Returned, long Preemptions);
}
