namespace Ferrite.Mapping.Internal;

internal sealed unsafe partial class Region
{
    /// <summary>Keeps itself alive meanwhile: whoever asks may hold nothing but the file, and that may let go of the region.</summary>
    internal bool IsFaulted
    {
        get
        {
            bool faulted = (State & RegionState.Faulted) != 0;
            GC.KeepAlive(this);
            return faulted;
        }
    }

    /// <summary>Whether an access to the range, already made and followed by a load barrier, touched the file's own pages.</summary>
    internal bool IsTrusted(long offset, long length)
    {
        int state = State;
        return state == 0 || (state == RegionState.Shrunk && length <= Volatile.Read(ref Length) - offset);
    }

    /// <summary>Throws what an access that can't be trusted has to throw; returns where it can.</summary>
    internal void ThrowIfUntrusted(long offset, long length, Exception? inner = null)
    {
        if (IsTrusted(offset, length))
        {
            return;
        }

        int state = State;
        ObjectDisposedException.ThrowIf((state & RegionState.Closed) != 0, typeof(MappedFile));
        if ((state & RegionState.Faulted) != 0)
        {
            throw ToFaultException(inner);
        }

        long left = Volatile.Read(ref Length);
        throw new MappedFileFaultException(
            $"The file was shrunk to {left} bytes by Resize while offset {offset}, length {length} of it was in use.",
            left, FaultCause.Truncated, inner);
    }

    internal MappedFileFaultException ToFaultException(Exception? inner = null)
    {
        if ((_owner?._owner ?? _owner ?? this) == Lost)
        {
            return new MappedFileFaultException("The file could not be mapped again after a resize. Refresh() tries anew.", 0, FaultCause.DeviceError, inner);
        }

        // SAFETY: the header stays allocated while the region is referenced.
        (long offset, FaultCause cause) = Header->ReadFault() ?? (0, FaultCause.DeviceError);
        return ToFaultException(offset, cause, inner);
    }

    internal static MappedFileFaultException ToFaultException(long offset, FaultCause cause, Exception? inner = null)
    {
        string why = cause switch
        {
            FaultCause.Truncated => "the file was cut there",
            FaultCause.OutOfSpace => "the file system has no space left to fill it",
            _ => "the device failed",
        };
        return new MappedFileFaultException(
            $"The mapped page at offset {offset} could not be had: {why}. Nothing that was read is trusted until Refresh().", offset, cause, inner);
    }
}
