using Ferrite.Cli.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>A file of which parts are being read. The last part done, or given up, makes it ready.</summary>
internal sealed class WarmingFile(PathBytes path, SafeFileHandle handle, long size, PageResidency before) : IDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One more than the parts under way, until all are known.</summary>
    private int _parts = 1;

    private long _bytes;
    private Exception? _error;

    internal PathBytes Path { get; } = path;

    internal SafeFileHandle Handle { get; } = handle;

    internal long Size { get; } = size;

    internal PageResidency Before { get; } = before;

    /// <summary>Whatever whoever adds it wants to know when it is done.</summary>
    internal object? Tag { get; init; }

    internal bool IsReady => _ready.Task.IsCompleted;

    /// <summary>Bytes read.</summary>
    internal long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The first thing that went wrong.</summary>
    internal Exception? Error => _error;

    internal void BeginPart() => Interlocked.Increment(ref _parts);

    internal void EndPart(long bytes = 0, Exception? error = null)
    {
        Interlocked.Add(ref _bytes, bytes);
        if (error is not null)
        {
            Interlocked.CompareExchange(ref _error, error, null);
        }

        if (Interlocked.Decrement(ref _parts) == 0)
        {
            _ready.SetResult();
        }
    }

    internal void Wait() => _ready.Task.Wait();

    public void Dispose() => Handle.Dispose();
}
