using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>A flush that failed, remembered until the file is refreshed.</summary>
internal sealed class FlushFailure
{
    private const int PagesAtOnce = 4096;

    private readonly long _offset;
    private readonly long _length;

    /// <param name="first">What the caller is thrown, if there is one.</param>
    /// <param name="isTold">Whether there is a caller: not of a flush in the background.</param>
    /// <param name="offset">Where the range begins that could not be flushed.</param>
    /// <param name="length">Its bytes.</param>
    internal FlushFailure(Exception first, bool isTold, long offset, long length)
    {
        First = first;
        IsTold = isTold;
        _offset = offset;
        _length = length;
    }

    internal Exception First { get; }

    /// <summary>Whether a caller was told: of one in the background when something has thrown it.</summary>
    internal bool IsTold { get; private set; }

    [DoesNotReturn]
    internal void Throw()
    {
        IsTold = true;
        throw new IOException(
            $"An earlier flush failed, so what was written since can't be told durable until Refresh(): {First.Message}", First)
        {
            HResult = First.HResult,
        };
    }

    /// <summary>
    /// Dirties the pages of the range that are still in memory, changing no byte: what was dropped from memory meanwhile is lost, and a
    /// hole has nothing to write.
    /// </summary>
    internal unsafe void DirtyAgain(SafeFileHandle file, Region region)
    {
        int page = PageMath.PageSize;
        Span<byte> resident = stackalloc byte[PagesAtOnce];
        long end = Math.Min(_offset + _length, region.Length);
        for (long start = PageMath.RoundDown(_offset); start < end; start += (long)PagesAtOnce * page)
        {
            long length = Math.Min((long)PagesAtOnce * page, end - start);
            int pages = (int)PageMath.PagesOf(start, length);
            bool known = Backend.GetResidency(file, start / page, resident[..pages]).IsNone;
            for (long offset = 0; offset < length; offset += page)
            {
                if (!known || (resident[(int)(offset / page)] & 1) != 0)
                {
                    // SAFETY: a writable page of the region, which the caller keeps alive; an atomic "or 0" stores what is there, so it
                    // disturbs no other writer.
                    Interlocked.Or(ref *(int*)(region.Base + start + offset), 0);
                }
            }
        }
    }
}
