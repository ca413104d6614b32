namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>
    /// One durable flush at a time. The kernel tells a failed write-back once per open file: of two flushes at once, the one that was
    /// not told would report as durable what is not.
    /// </summary>
    private readonly Lock _flushGate = new();

    /// <summary>Under the flush gate.</summary>
    private FlushFailure? _flushFailure;

    /// <summary>The directory of a file that was created here, until its entry is durable. Under the flush gate.</summary>
    private string? _directoryToSync;

    internal void Flush(ref Region current, FlushLevel level, bool inBackground = false)
    {
        long length;
        do
        {
            length = Volatile.Read(ref Volatile.Read(ref current).Length);
            ObjectDisposedException.ThrowIf(length < 0, typeof(MappedFile));
        }
        while (!TryFlush(ref current, 0, length, level, inBackground));
    }

    internal void Flush(ref Region current, long offset, long length, FlushLevel level)
    {
        if (!TryFlush(ref current, offset, length, level))
        {
            Throw.OutOfRange(offset, length, Volatile.Read(ref current).Length);
        }
    }

    /// <summary>False where the range is no longer inside the file.</summary>
    private bool TryFlush(ref Region current, long offset, long length, FlushLevel level, bool inBackground = false)
    {
        if (level == FlushLevel.Schedule)
        {
            Volatile.Read(ref _flushFailure)?.Throw();
            return TrySync(ref current, offset, length, level, out OSError error) && Succeeded(error);
        }

        lock (_flushGate)
        {
            _flushFailure?.Throw();
            // Taken before the call, since what is written while it runs may miss it; put back unless all of it became durable.
            List<PendingPage>? taken = _pending?.Take(offset, length);
            try
            {
                bool inFile = TrySync(ref current, offset, length, level, out OSError error);
                Exception? failure = error.IsNone ? null : error.ToException(Path);
                failure ??= inFile ? SyncDirectory() : null;
                if (failure is not null)
                {
                    // A directory is synced by the next flush, since nothing of the file is lost; but somebody has to be told.
                    if (!error.IsNone || inBackground)
                    {
                        _flushFailure = new FlushFailure(failure, !inBackground, offset, length);
                    }

                    throw failure;
                }

                taken = inFile ? null : taken;
                return inFile;
            }
            finally
            {
                if (taken is not null)
                {
                    _pending!.PutBack(taken);
                }
            }
        }
    }

    private bool Succeeded(OSError error)
    {
        error.ThrowIfFailed(Path);
        return true;
    }

    /// <summary>
    /// The call, and a look at the state word after it: pages that were planted meanwhile sync happily. Made again where another region
    /// took over while it ran.
    /// </summary>
    private unsafe bool TrySync(ref Region current, long offset, long length, FlushLevel level, out OSError error)
    {
        Region region;
        do
        {
            error = OSError.None;
            if (!SlowAccess.TryEnter(ref current, offset, length, MapMode.ReadWrite, out region, out _))
            {
                return false;
            }

            if (Mode == MapMode.ReadWrite)
            {
                long start = PageMath.RoundDown(offset);
                error = length > 0 ? Backend.Flush(_file, (nint)(region.Base + start), (nuint)(offset + length - start), level)
                    : level == FlushLevel.Durable && region.Length == 0 ? Backend.SyncFile(_file)
                    : OSError.None;
            }
        }
        while (!SlowAccess.Leave(ref current, region, offset, length));

        return true;
    }

    /// <summary>A file is as durable as its name: fsync(2) does not promise that the directory entry reached the disk.</summary>
    private Exception? SyncDirectory()
    {
        if (_directoryToSync is not { } directory)
        {
            return null;
        }

        OSError error = Backend.SyncDirectory(directory);
        _directoryToSync = error.IsNone ? null : directory;
        return error.IsNone ? null : error.ToException(directory);
    }

    /// <summary>
    /// After a failed write-back the kernel may take the pages for clean: they are dirtied again, through the region that takes over, so
    /// that the next flush writes them.
    /// </summary>
    private void ForgiveFlushFailure(Region next)
    {
        // Not for a flush that is still running: Refresh doesn't wait for the disk.
        if (Volatile.Read(ref _flushFailure) is not null)
        {
            lock (_flushGate)
            {
                _flushFailure?.DirtyAgain(_file, next);
                _flushFailure = null;
            }
        }
    }
}
