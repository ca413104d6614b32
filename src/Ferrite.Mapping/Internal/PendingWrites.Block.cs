namespace Ferrite.Mapping.Internal;

internal sealed partial class PendingWrites
{
    /// <summary>1 MiB of the file, at 4 KiB a page.</summary>
    private sealed class Block(long firstPage)
    {
        private readonly long[] _bytes = new long[PagesABlock];
        private readonly long[] _writes = new long[PagesABlock];

        /// <summary>Whether anything is pending on it.</summary>
        internal bool IsTouched { get; private set; }

        internal void Count(int index, long bytes, long writes)
        {
            _bytes[index] += bytes;
            _writes[index] += writes;
            IsTouched = true;
        }

        /// <summary>True where nothing is left.</summary>
        internal bool Take(long first, long last, List<PendingPage> taken)
        {
            bool left = false;
            for (int i = 0; i < PagesABlock; i++)
            {
                if ((_bytes[i] | _writes[i]) == 0)
                {
                    continue;
                }

                long page = firstPage + i;
                if (page < first || page > last)
                {
                    left = true;
                    continue;
                }

                taken.Add(new PendingPage(page, _bytes[i], _writes[i]));
                _bytes[i] = 0;
                _writes[i] = 0;
            }

            IsTouched = left;
            return !left;
        }
    }
}
