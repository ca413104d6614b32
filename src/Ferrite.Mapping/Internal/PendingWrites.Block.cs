using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

internal sealed partial class PendingWrites
{
    /// <summary>1 MiB of the file, at 4 KiB a page.</summary>
    private sealed class Block(long firstPage)
    {
        private BlockCounts _pages;

        /// <summary>Whether anything is pending on it.</summary>
        internal bool IsTouched { get; private set; }

        internal void Touch() => IsTouched = true;

        internal void Count(ulong page, long bytes, long writes)
        {
            // Below the array's length by the division: no check is wanted while the lock is held.
            ref PageCounts counts = ref Unsafe.Add(ref Unsafe.As<BlockCounts, PageCounts>(ref _pages), (nint)(page % PagesABlock));
            counts.Bytes += bytes;
            counts.Writes += writes;
        }

        /// <summary>True where nothing is left.</summary>
        internal bool Take(long first, long last, List<PendingPage> taken)
        {
            bool left = false;
            for (int i = 0; i < PagesABlock; i++)
            {
                ref PageCounts page = ref _pages[i];
                if ((page.Bytes | page.Writes) == 0)
                {
                    continue;
                }

                long number = firstPage + i;
                if (number < first || number > last)
                {
                    left = true;
                    continue;
                }

                taken.Add(new PendingPage(number, page.Bytes, page.Writes));
                page = default;
            }

            IsTouched = left;
            return !left;
        }
    }
    /// <summary>Of one page: side by side, on one line of the cache.</summary>
    private struct PageCounts
    {
        internal long Bytes;
        internal long Writes;
    }

    [InlineArray(PagesABlock)]
    private struct BlockCounts
    {
        private PageCounts _first;
    }
}
