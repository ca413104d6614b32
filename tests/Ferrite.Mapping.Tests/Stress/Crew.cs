using System.Runtime.ExceptionServices;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>Threads that work until they are told to stop, or until one of them fails.</summary>
internal sealed class Crew : IDisposable
{
    private readonly List<Thread> _threads = [];
    private readonly CancellationTokenSource _stop = new();
    private Exception? _failure;

    internal CancellationToken Stopping => _stop.Token;

    internal bool IsStopping => _stop.IsCancellationRequested;

    internal void Start(int count, Action<int> body)
    {
        for (int i = 0; i < count; i++)
        {
            int index = i;
            var thread = new Thread(() => Run(body, index)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    internal void Stop() => _stop.Cancel();

    /// <summary>Waits for all of them, and throws what the first failed with.</summary>
    internal void Join()
    {
        _threads.ForEach(static thread => thread.Join());
        _threads.Clear();
        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    public void Dispose()
    {
        Stop();
        _threads.ForEach(static thread => thread.Join());
        _stop.Dispose();
    }

    private void Run(Action<int> body, int index)
    {
        try
        {
            body(index);
        }
        catch (OperationCanceledException) when (IsStopping)
        {
            // It was waiting when it was told to stop.
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            Stop();
        }
    }
}
