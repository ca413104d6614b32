using Ferrite.Handles;
using Ferrite.Mapping.Internal;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping;

/// <summary>
/// A file mapped into memory. No access takes a lock or counts a reference, none can touch an address that is gone, and a page that is
/// lost (the file cut by somebody else, a full disk, a failed device) is an exception and not the end of the process.
/// </summary>
/// <remarks>
/// Thread-safe, all of it: any member may be called while any other runs, <see cref="Dispose"/> included. Offsets and lengths are in
/// bytes. Writes of disjoint ranges never disturb each other; overlapping ones are the caller's business, as with an array.
/// What can't be seen: a cut inside the file's last page, which reads as zeros; a cut that is undone before the next access; a system
/// call that is given a span over a lost page (it fails with EFAULT). <see cref="Validate()"/> finds the first. See mmap(2).
/// <para>
/// On Windows mapped memory can't be replaced in place. So there each access and each view is counted, and a mapping that was disposed,
/// resized or refreshed goes on until the last of them ends. A file that is mapped, by anybody, can't be cut. What remains, a device or
/// a server that fails, ends the process: EXCEPTION_IN_PAGE_ERROR, which .NET lets nobody catch.
/// </para>
/// <para>Wherever <see cref="FaultGuard.IsSupported"/> is false (macOS among them) a lost page ends the process.</para>
/// </remarks>
public sealed partial class MappedFile : IDisposable, IFileLike, IWriteCounter
{
    private readonly FileMapping _mapping;
    private Region _region;

    private MappedFile((FileMapping Mapping, Region Region) opened)
    {
        (_mapping, _region) = opened;
        if (_mapping.CountsWrites)
        {
            _mapping.StartCounting(this, _region);
        }
    }

    /// <summary>The file's full path; null where it was given as a handle.</summary>
    public string? Path => _mapping.Path;

    /// <summary>What the mapping may do.</summary>
    public MapMode Mode => _mapping.Mode;

    /// <summary>Bytes mapped. A cut or growth by others shows after <see cref="Refresh"/>.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public long Length => Live().Length;

    /// <summary>
    /// Bytes of address space held: <see cref="Resize"/> up to here moves nothing. A multiple of <see cref="PageSize"/>; on Windows the
    /// length itself.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public long Capacity => Live().Capacity;

    /// <summary>Whether the mapping has no bytes.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public bool IsEmpty => Length == 0;

    /// <summary>Whether a page was lost, so that every access throws until <see cref="Refresh"/>. False once disposed.</summary>
    public bool IsFaulted => Volatile.Read(ref _region).IsFaulted;

    /// <summary>When the mapping flushes by itself.</summary>
    public FlushPolicy FlushPolicy => _mapping.FlushPolicy;

    /// <summary>Bytes written and not durable yet, as the policy counts them; 0 under <see cref="FlushPolicy.Manual"/>.</summary>
    public long PendingBytes => _mapping.PendingBytes;

    /// <summary>
    /// Writes not durable yet, as the policy counts them; 0 under <see cref="FlushPolicy.Manual"/>. One over several pages is pending until
    /// its first page is flushed.
    /// </summary>
    public long PendingWrites => _mapping.PendingWriteCount;

    /// <summary>Bytes of a page of memory on this machine.</summary>
    public static int PageSize => PageMath.PageSize;

    /// <summary>
    /// The address of byte 0. Good while this object is referenced and not resized past its capacity, shrunk, refreshed or disposed, and
    /// then still mapped until the GC has proved that nobody refers to the mapping: keep the file alive (<see cref="GC.KeepAlive"/>).
    /// Reads through it don't tell a lost page from zeros: ask <see cref="IsFaulted"/> afterwards. Null-length files have an address
    /// that must not be used. On Windows the address is gone as soon as the file is resized, refreshed or disposed: hold a view of it
    /// as long as the pointer is used.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public unsafe byte* DangerousGetPointer() => Live().Base;

    /// <summary>
    /// Ends the mapping and hands out the file: the caller owns it again. What was written is made durable first
    /// (<see cref="Flush(FlushLevel)"/>); if that fails the mapping stays open.
    /// </summary>
    /// <exception cref="IOException">The flush failed.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public SafeFileHandle Unmap() => _mapping.Unmap(ref _region);

    /// <summary>
    /// Lends the mapped file's handle: what is done with it is seen through the mapping, and a cut is a lost page. A file that is disposed of
    /// meanwhile is closed when the borrow ends; the mapping ends at once.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file was disposed, or its handle handed out by <see cref="Unmap"/>.</exception>
    public BorrowedHandle<SafeFileHandle> Borrow() => _mapping.File.Borrow();

    /// <summary>
    /// Ends the mapping and closes the file, at once, whoever is using it: running accesses and views end in
    /// <see cref="ObjectDisposedException"/>. Under a policy other than <see cref="FlushPolicy.Manual"/> what is pending is flushed first;
    /// under that nothing is: <see cref="Flush(FlushLevel)"/> does. What was written is in the file all the same, for everybody to see.
    /// Does nothing the second time.
    /// </summary>
    /// <exception cref="IOException">
    /// The flush that the policy asks for failed, or one in the background did that nobody was told of. The file is closed all the same.
    /// </exception>
    public void Dispose() => _mapping.Close(ref _region);

    void IWriteCounter.Written(long offset, long length) => _mapping.WrittenByView(ref _region, offset, length);

    void IWriteCounter.FlushInBackground() => _mapping.FlushInBackground(ref _region);

    private Region Live()
    {
        Region region = Volatile.Read(ref _region);
        ObjectDisposedException.ThrowIf(region.Length < 0, this);
        return region;
    }
}
