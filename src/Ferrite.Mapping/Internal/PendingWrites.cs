using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// What was written and not flushed yet: bytes on the page they are on, a write on its first page. So a flush of a range debits what was
/// pending on the pages that it writes, and no more. Thread-safe and exact: one spin lock over plain counters, held for some loads and
/// stores, is one atomic instruction where two counters would be two, and the sums can't disagree with the pages.
/// </summary>
internal sealed partial class PendingWrites(FlushPolicy policy)
{
    private const int PagesABlock = 256;

    private readonly long _dueBytes = policy.Bytes;
    private readonly long _dueWrites = policy.Writes;
    private readonly List<Block> _touched = [];
    private Block?[] _blocks = [];
    private long _bytes;
    private long _writes;
    private int _locked;

    internal long Bytes => Volatile.Read(ref _bytes);

    internal long Writes => Volatile.Read(ref _writes);

    /// <summary>Whether the policy wants a flush now.</summary>
    internal bool IsDue => Bytes >= _dueBytes || Writes >= _dueWrites;

    /// <summary>Counts a write. True where a flush is due.</summary>
    internal bool Add(long offset, long length)
    {
        ulong page = (ulong)offset / (uint)PageMath.PageSize;
        ulong index = page / PagesABlock;
        ulong left = ((page + 1) * (uint)PageMath.PageSize) - (ulong)offset;
        Enter();
        Block?[] blocks = _blocks;
        if (index < (ulong)blocks.Length && blocks[index] is { IsTouched: true } block && (ulong)length <= left)
        {
            // Nothing in here throws, so it needs no finally, which costs as much again.
            block.Count((int)(page % PagesABlock), length, 1);
            bool due = (_bytes += length) >= _dueBytes | ++_writes >= _dueWrites;
            Leave();
            return due;
        }

        return AddEntered((long)page, offset, length);
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

    /// <summary>Over several pages, or to a block that had nothing pending. Leaves what <see cref="Add(long, long)"/> entered.</summary>
    private bool AddEntered(long first, long offset, long length)
    {
        try
        {
            long end = offset + length;
            for (long page = first; page * PageMath.PageSize < end; page++)
            {
                long start = Math.Max(offset, page * PageMath.PageSize);
                Add(page, Math.Min(end, (page + 1) * PageMath.PageSize) - start, page == first ? 1 : 0);
            }

            return _bytes >= _dueBytes || _writes >= _dueWrites;
        }
        finally
        {
            Leave();
        }
    }

    private void Add(long page, long bytes, long writes)
    {
        long index = page / PagesABlock;
        Block block = (index < _blocks.Length ? _blocks[index] : null) ?? AddBlock(index);
        if (!block.IsTouched)
        {
            _touched.Add(block);
        }

        block.Count((int)(page % PagesABlock), bytes, writes);
        _bytes += bytes;
        _writes += writes;
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
}
