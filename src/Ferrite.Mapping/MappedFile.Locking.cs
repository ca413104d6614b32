namespace Ferrite.Mapping;

/// <content>Locks are of whole pages, those that a range touches, and belong to this mapping: <see cref="Dispose"/> ends them.</content>
public sealed partial class MappedFile
{
    /// <summary>
    /// Brings the pages of a range in and keeps them in memory until <see cref="Unlock"/>, <see cref="UnlockAll"/> or a cut, also over
    /// <see cref="Resize"/> and <see cref="Refresh"/>: those fail where the new mapping can't be locked, and leave the old one as it was; on
    /// Windows, if it is a shrinking <see cref="Resize"/>, the file is shrunk and no longer locked. Locks don't nest. Either all of the range
    /// is locked or nothing that was not before. See mlock(2), VirtualLock.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file, or a cut took it out while this ran.</exception>
    /// <exception cref="IOException">The OS refused; the message names the limit in force (RLIMIT_MEMLOCK).</exception>
    /// <exception cref="UnauthorizedAccessException">The limit is 0.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Lock(long offset, long length) => _mapping.Lock(ref _region, offset, length);

    /// <summary>Ends the locks of a range, however many there were. Pages that are not locked stay so. See munlock(2), VirtualUnlock.</summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="IOException">The OS refused: too many memory map entries.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Unlock(long offset, long length) => _mapping.Unlock(ref _region, offset, length);

    /// <summary>
    /// <see cref="Lock"/> of the whole file, and of what it grows by: growth that can't be locked fails and changes nothing. This file only,
    /// unlike mlockall(2).
    /// </summary>
    /// <exception cref="IOException">The OS refused; the message names the limit in force (RLIMIT_MEMLOCK).</exception>
    /// <exception cref="UnauthorizedAccessException">The limit is 0.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void LockAll() => _mapping.LockAll(ref _region);

    /// <summary>Ends all locks of this mapping, whoever asked for them, and locks no growth any more.</summary>
    /// <exception cref="IOException">The OS refused.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void UnlockAll() => _mapping.UnlockAll(ref _region);
}
