using System.Runtime.ExceptionServices;
using Ferrite.Handles.Internal.Open;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Ends the mapping and closes the file; does nothing the second time.</summary>
    internal void Close(ref Region current)
    {
        EndWatches();
        Exception? owed = FlushBeforeClosing(ref current);
        _background?.Dispose();
        Region? last = null;
        lock (_gate)
        {
            if (!_closed)
            {
                last = CloseRegions(ref current);
                HandleClosing.Close(_file);
            }
        }

        last?.Retire();
        if (owed is not null)
        {
            ExceptionDispatchInfo.Throw(owed);
        }
    }

    /// <summary>Ends the mapping, durably written, and hands out the file. If the flush fails, nothing has changed.</summary>
    internal SafeFileHandle Unmap(ref Region current)
    {
        // Outside the gate, since it waits for the disk; what is written between it and the end reaches the file like any other write.
        Flush(ref current, FlushLevel.Durable);
        EndWatches();
        Region last;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(MappedFile));
            last = CloseRegions(ref current);
        }

        _background?.Dispose();
        last.Retire();
        return _file;
    }

    private Region CloseRegions(ref Region current)
    {
        _closed = true;
        _prefaulter?.Stop();
        Region last = current;
        Volatile.Write(ref current, Region.Dead);
        last.Close();
        foreach (Region region in ReplacedAlive())
        {
            region.Close();
        }

        _replaced.Clear();
        return last;
    }
}
