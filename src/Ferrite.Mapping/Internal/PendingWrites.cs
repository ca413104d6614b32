using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// What was written and not flushed yet: bytes on the page they are on, a write on its first page. So a flush of a range debits what was
/// pending on the pages that it writes, and no more. Thread-safe and exact: one spin lock over plain counters, held for some loads and
/// stores, is one atomic instruction where two counters would be two, and the sums can't disagree with the pages.
/// </summary>
/// <remarks>
/// Why the short way of <see cref="TryAdd"/> is exact. Every counter, <see cref="Block.IsTouched"/> included, is read and written under the
/// lock only; so each write is counted once, in the sums and on its page, and <see cref="Take"/> finds both or neither. What it reads
/// before the lock is which block a page has, and that answer never changes: a block is made under the lock, stored once into its place,
/// copied along when the array grows, and kept. An array read too early only lacks blocks, and a lack is the long way's, which looks
/// again under the lock. A block is found whole, since .NET stores a reference only after the object's content.
/// <para>
/// A write is counted after its store and a flush takes counts before its system call: what a flush takes is therefore in memory by then,
/// and what it doesn't take stays pending, even where the call happened to write it.
/// </para>
/// <para>
/// A flush by a timer first makes the next write due again (<see cref="BeDueAgain"/>), and then takes: a write that is counted before that is
/// taken, one that is counted after it finds itself due, and sets the timer. Whoever makes a write due no more has counted one.
/// </para>
/// </remarks>
internal sealed partial class PendingWrites(FlushPolicy policy)
{
    private const int PagesABlock = 256;

    private readonly long _dueWrites = policy.Writes;
    private readonly List<Block> _touched = [];
    private readonly bool _isDueOnce = policy.Trigger == FlushTrigger.Interval;

    /// <summary>0 under the policies that don't wait for a sum, where any write makes something due.</summary>
    private long _dueBytes = policy.Trigger is FlushTrigger.Always or FlushTrigger.Interval ? 0 : policy.Bytes;

    private Block?[] _blocks = [];
    private long _bytes;
    private long _writes;
    private int _locked;

    internal long Bytes => Volatile.Read(ref _bytes);

    internal long Writes => Volatile.Read(ref _writes);

    /// <summary>Whether the policy wants a flush now.</summary>
    internal bool IsDue => Bytes >= _dueBytes || Writes >= _dueWrites;

    /// <summary>
    /// Counts a write. True where a flush is due; of the writes that come before a flush by a timer, to the first only, which sets it.
    /// </summary>
    internal bool Add(long offset, long length) => !TryAdd(offset, length) && AddSlow(offset, length);

    /// <summary>
    /// Counts a write that is like the one before: to one page of a block that has something pending, with nobody else counting, and no
    /// flush due after it. Otherwise false, and nothing is counted. Calls nothing, so that the caller needs no stack: what it stored there,
    /// the atomic instruction would have to wait for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(long offset, long length)
    {
        uint pageSize = (uint)PageMath.PageSize;
        ulong page = (ulong)offset / pageSize;
        int index = (int)Math.Min(page / PagesABlock, int.MaxValue);
        Block?[] blocks = _blocks;
        if ((uint)index >= (uint)blocks.Length
            || blocks[index] is not { } block
            || ((ulong)offset % pageSize) + (ulong)length > pageSize
            || Interlocked.CompareExchange(ref _locked, 1, 0) != 0)
        {
            return false;
        }

        // Nothing from here to Leave throws, so it needs no finally, which costs as much again.
        long bytes = _bytes + length;
        long writes = _writes + 1;
        if (!block.IsTouched || bytes >= _dueBytes || writes >= _dueWrites)
        {
            Leave();
            return false;
        }

        _bytes = bytes;
        _writes = writes;
        block.Count(page, length, 1);
        Leave();
        return true;
    }

    /// <summary>The timer's flush is about to take what is pending: the next write is the first that it doesn't.</summary>
    internal void BeDueAgain()
    {
        Enter();
        _dueBytes = 0;
        Leave();
    }

    /// <summary>Any write, whoever else is counting.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool AddSlow(long offset, long length)
    {
        Enter();
        try
        {
            long end = offset + length;
            long first = offset / PageMath.PageSize;
            for (long page = first; page * PageMath.PageSize < end; page++)
            {
                long start = Math.Max(offset, page * PageMath.PageSize);
                Add(page, Math.Min(end, (page + 1) * PageMath.PageSize) - start, page == first ? 1 : 0);
            }

            bool due = _bytes >= _dueBytes || _writes >= _dueWrites;
            if (due && _isDueOnce)
            {
                _dueBytes = long.MaxValue;
            }

            return due;
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
            block.Touch();
        }

        block.Count((ulong)page, bytes, writes);
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

    private void Enter()
    {
        SpinWait pause = default;
        while (Volatile.Read(ref _locked) != 0 || Interlocked.CompareExchange(ref _locked, 1, 0) != 0)
        {
            pause.SpinOnce();
        }
    }

    private void Leave() => Volatile.Write(ref _locked, 0);
}
