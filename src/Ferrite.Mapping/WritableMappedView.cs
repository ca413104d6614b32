using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// A window on a mapped file that can be written, without a copy. Dispose it (<c>using</c>): that is where it says whether what was
/// seen and written can be trusted. A span taken from it is good until then and no longer. What is written through it reaches the file
/// also after the file grew or was refreshed; after the file was disposed it goes nowhere, and the view throws.
/// </summary>
/// <remarks>
/// Obtaining, using and disposing allocate nothing and take no lock. A view belongs to one thread; a file to any. Writes of disjoint
/// ranges never disturb each other; overlapping ones are the caller's business, as with an array. On Windows a view is a small object and
/// an entry in a count: its addresses go with the view, and until then what is written reaches the file even after that was disposed.
/// </remarks>
public readonly unsafe ref struct WritableMappedView
{
    private readonly Region? _region;
    private readonly byte* _start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal WritableMappedView(Region region, long offset, long length)
    {
        _region = region;
        _start = region.Base + offset;
        Length = length;
    }

    /// <summary>Where the view begins in the file, in bytes.</summary>
    public long Offset => _region is { } region ? _start - region.Base : 0;

    /// <summary>Bytes of the view. Fixed: resizing the file doesn't change it.</summary>
    public long Length { get; }

    /// <summary>The bytes. Valid until the view is disposed.</summary>
    /// <exception cref="InvalidOperationException">The view is longer than a span can be (2³¹ − 1 bytes): slice it first.</exception>
    /// <exception cref="ObjectDisposedException">On Windows: the view was disposed.</exception>
    public Span<byte> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Views.CheckHeld(_region);
            // SAFETY: the range was inside the region when the view was made; its addresses stay mapped while the view, which holds the
            // region, is in use.
            return new(_start, Views.SpanLength(Length));
        }
    }

    /// <summary>
    /// Whether everything seen through the view so far was the file's own bytes. Does not see a cut inside the last page, or one that
    /// was undone: see <see cref="MappedFile.Validate()"/>.
    /// </summary>
    public bool IsValid => _region is not { } region || Views.IsValid(region, _start, Length);

    /// <summary>A part of the view, good as long as the view is: dispose it only to learn whether what it saw can be trusted.</summary>
    /// <param name="start">Bytes from the view's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part isn't inside the view.</exception>
    public WritableMappedView Slice(long start, long length)
    {
        Views.CheckRange(start, length, Length);
        return _region is { } region ? new WritableMappedView(region.HoldPart(), Offset + start, length) : default;
    }

    /// <summary>Reads a value in the machine's byte order, at any alignment. To be trusted once the view validates, like the span.</summary>
    /// <param name="start">Bytes from the view's beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value isn't inside the view.</exception>
    /// <exception cref="ObjectDisposedException">On Windows: the view was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read<T>(long start)
        where T : unmanaged
    {
        Views.CheckRange(start, sizeof(T), Length);
        Views.CheckHeld(_region);
        // SAFETY: inside the view by the check, and _region keeps the view's addresses mapped until KeepAlive.
        T value = Unsafe.ReadUnaligned<T>(_start + start);
        GC.KeepAlive(_region);
        return value;
    }

    /// <summary>Writes a value in the machine's byte order, at any alignment. In the file once the view validates, like what the span got.</summary>
    /// <param name="start">Bytes from the view's beginning.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value isn't inside the view.</exception>
    /// <exception cref="ObjectDisposedException">On Windows: the view was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<T>(long start, T value)
        where T : unmanaged
    {
        Views.CheckRange(start, sizeof(T), Length);
        Views.CheckHeld(_region);
        // SAFETY: inside the view by the check; a writable view is only made over writable pages, which _region keeps mapped until KeepAlive.
        Unsafe.WriteUnaligned(_start + start, value);
        GC.KeepAlive(_region);
    }

    /// <summary>Throws if what was seen or written through the view can't be trusted. May be called any number of times, also after Dispose.</summary>
    /// <exception cref="MappedFileFaultException">A page was gone, or the file was shrunk to less than the view.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Validate()
    {
        if (_region is { } region)
        {
            Views.Validate(region, _start, Length);
        }
    }

    /// <summary>Ends the view, counts it for the file's <see cref="FlushPolicy"/>, and throws what <see cref="Validate"/> throws: a view that saw a hole never ends quietly.</summary>
    /// <exception cref="MappedFileFaultException">A page was gone, or the file was shrunk to less than the view.</exception>
    /// <exception cref="IOException">A flush that the <see cref="FlushPolicy"/> asked for failed, now or earlier.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_region is { } region)
        {
            Views.EndWritable(region, _start, Length);
        }
    }
}
