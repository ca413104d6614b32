using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// What was written and not flushed yet: bytes on the page they are on, a write on its first page. So a flush of a range debits what was
/// pending on the pages that it writes, and no more. Thread-safe and exact: one spin lock over plain counters, held for some loads and
/// stores, is one atomic instruction where two counters would be two, and the sums can't disagree with the pages.
/// </summary>
internal sealed class PendingWrites
{
    private const int PagesABlock = 256;

    private readonly List<Block> _touched = [];
    private Block?[] _blocks = [];
    private long _bytes;
    private long _writes;
    private int _locked;

    internal long Bytes => Volatile.Read(ref _bytes);

    internal long Writes => Volatile.Read(ref _writes);

    /// <summary>Counts a write; the sums with it.</summary>
    internal (long Bytes, long Writes) Add(long offset, long length)
    {
        Enter();
        try
        {
            long first = offset / PageMath.PageSize;
            if (length <= PageMath.PageSize - (offset - (first * PageMath.PageSize)))
            {
                Add(first, length, 1);
            }
            else
            {
                AddPages(first, offset, length);
            }

            return (_bytes, _writes);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Takes off, and returns, what is pending on the pages that the range touches.</summary>
    internal List<PendingPage> Take(long offset, long length)
    {
        var taken = new List<PendingPage>();
        if (length > 0)
        {
            long first = offset / PageMath.PageSize;
            long last = (offset + length - 1) / PageMath.PageSize;
            Enter();
            try
            {
                _touched.RemoveAll(block => block.Take(first, last, taken));
                foreach (PendingPage page in taken)
                {
                    _bytes -= page.Bytes;
                    _writes -= page.Writes;
                }
            }
            finally
            {
                Leave();
            }
        }

        return taken;
    }

    /// <summary>The flush failed: what was taken is pending again.</summary>
    internal void PutBack(List<PendingPage> taken)
    {
        Enter();
        try
        {
            foreach (PendingPage page in taken)
            {
                Add(page.Page, page.Bytes, page.Writes);
            }
        }
        finally
        {
            Leave();
        }
    }

    private void AddPages(long first, long offset, long length)
    {
        long end = offset + length;
        for (long page = first; page * PageMath.PageSize < end; page++)
        {
            long start = Math.Max(offset, page * PageMath.PageSize);
            Add(page, Math.Min(end, (page + 1) * PageMath.PageSize) - start, page == first ? 1 : 0);
        }
    }

    private void Add(long page, long bytes, long writes)
    {
        _bytes += bytes;
        _writes += writes;
        long index = page / PagesABlock;
        Block? block = index < _blocks.Length ? _blocks[index] : null;
        block ??= AddBlock(index);
        if (block.Add((int)(page % PagesABlock), bytes, writes))
        {
            _touched.Add(block);
        }
    }

    private Block AddBlock(long index)
    {
        if (index >= _blocks.Length)
        {
            Array.Resize(ref _blocks, (int)Math.Max(index + 1, Math.Min(Array.MaxLength, _blocks.Length * 2L)));
        }

        return _blocks[index] = new Block(index * PagesABlock);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _locked, 1, 0) != 0)
        {
            EnterContended();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterContended()
    {
        SpinWait pause = default;
        while (Volatile.Read(ref _locked) != 0 || Interlocked.CompareExchange(ref _locked, 1, 0) != 0)
        {
            pause.SpinOnce();
        }
    }

    private void Leave() => Volatile.Write(ref _locked, 0);

    /// <summary>1 MiB of the file, at 4 KiB a page.</summary>
    private sealed class Block(long firstPage)
    {
        private readonly long[] _bytes = new long[PagesABlock];
        private readonly long[] _writes = new long[PagesABlock];
        private bool _isTouched;

        /// <summary>True where the block had nothing pending before.</summary>
        internal bool Add(int index, long bytes, long writes)
        {
            _bytes[index] += bytes;
            _writes[index] += writes;
            bool first = !_isTouched;
            _isTouched = true;
            return first;
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

            _isTouched = left;
            return !left;
        }
    }
}
