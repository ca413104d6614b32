using Ferrite.Mapping.Internal;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping;

/// <summary>
/// Which pages of a file, or of a part of it, were in the page cache when the OS was asked. A picture: by the time it is looked at, pages
/// may have come and gone. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// Linux tells it to the file's owner, to whoever may write the file, and to CAP_FOWNER; to everybody else mincore(2) claims that every
/// page is resident. That claim is recognised and never passed on: <see cref="IsKnown"/> is false, and asking for pages throws. Windows
/// doesn't tell at all. Asking reads no page and brings none in. See cachestat(2), mincore(2).
/// </remarks>
public sealed class PageResidency
{
    private readonly PageSet? _resident;

    internal PageResidency(long offset, long length, PageSet? resident)
    {
        Offset = offset;
        Length = length;
        _resident = resident;
    }

    /// <summary>Looks at a file, whole.</summary>
    /// <param name="path">The file; the caller must be allowed to read it.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="IOException">The OS refused; also for what is not a regular file.</exception>
    /// <exception cref="PlatformNotSupportedException">Not one of the platforms that this library is for.</exception>
    public static PageResidency Of(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FileInspector.GetResidency(path);
    }

    /// <summary>Looks at an open file, whole.</summary>
    /// <param name="file">The file, opened for reading. It stays the caller's.</param>
    /// <exception cref="ArgumentException">The handle is invalid.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    /// <exception cref="IOException">The OS refused; also for what is not a regular file.</exception>
    /// <exception cref="PlatformNotSupportedException">Not one of the platforms that this library is for.</exception>
    public static PageResidency Of(SafeFileHandle file)
    {
        CheckHandle(file);
        return FileInspector.GetResidency(file, path: null);
    }

    /// <summary>Looks at part of an open file. Pages past its end are not resident.</summary>
    /// <param name="file">The file, opened for reading. It stays the caller's.</param>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentException">The handle is invalid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or their sum is more than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    /// <exception cref="IOException">The OS refused.</exception>
    /// <exception cref="PlatformNotSupportedException">Not one of the platforms that this library is for.</exception>
    public static PageResidency Of(SafeFileHandle file, long offset, long length)
    {
        CheckHandle(file);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, long.MaxValue - offset);
        return FileInspector.GetResidency(file, path: null, offset, length);
    }

    /// <summary>Whether the OS told. False where it hides the truth from this user, or has no way to tell.</summary>
    public bool IsKnown => _resident is not null;

    /// <summary>Where the range begins, in bytes from the file's beginning.</summary>
    public long Offset { get; }

    /// <summary>Bytes of the range.</summary>
    public long Length { get; }

    /// <summary>How many pages (<see cref="MappedFile.PageSize"/>) the range lies on. Known in any case.</summary>
    public long Pages => PageMath.PagesOf(Offset, Length);

    /// <summary>How many of the pages are resident.</summary>
    /// <exception cref="InvalidOperationException">Not known: see <see cref="IsKnown"/>.</exception>
    public long ResidentPages => Known.Count;

    /// <summary>How many bytes of the range lie on resident pages; at most <see cref="Length"/>.</summary>
    /// <exception cref="InvalidOperationException">Not known: see <see cref="IsKnown"/>.</exception>
    public long ResidentBytes => PageRanges.ResidentBytes(Known, Offset, Length);

    /// <summary>Whether a page is resident.</summary>
    /// <param name="page">Counted from the page that <see cref="Offset"/> lies on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page in the range.</exception>
    /// <exception cref="InvalidOperationException">Not known: see <see cref="IsKnown"/>.</exception>
    public bool this[long page] => CountResident(page, 1) == 1;

    /// <summary>How many of some pages are resident.</summary>
    /// <param name="firstPage">Counted from the page that <see cref="Offset"/> lies on.</param>
    /// <param name="pages">How many to look at.</param>
    /// <exception cref="ArgumentOutOfRangeException">They aren't all in the range.</exception>
    /// <exception cref="InvalidOperationException">Not known: see <see cref="IsKnown"/>.</exception>
    public long CountResident(long firstPage, long pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstPage);
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstPage, Pages - pages);
        return Known.CountIn((Offset / MappedFile.PageSize) + firstPage, pages);
    }

    /// <summary>
    /// The resident parts of the range, in order, with a gap between any two: bytes from the file's beginning, cut to the range. Empty
    /// where nothing is resident.
    /// </summary>
    /// <exception cref="InvalidOperationException">Not known: see <see cref="IsKnown"/>.</exception>
    public IEnumerable<(long Offset, long Length)> ResidentRanges => PageRanges.InBytes(Known, Offset, Length);

    private PageSet Known => _resident ?? throw new InvalidOperationException(
        "The OS does not tell which pages of this file are in memory: it tells only those who own the file or may write it.");

    private static void CheckHandle(SafeFileHandle file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ObjectDisposedException.ThrowIf(file.IsClosed, file);
        if (file.IsInvalid)
        {
            throw new ArgumentException("The handle is invalid.", nameof(file));
        }
    }
}
