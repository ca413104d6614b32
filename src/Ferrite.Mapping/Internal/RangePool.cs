namespace Ferrite.Mapping.Internal;

/// <summary>
/// Released ranges, tombstoned, by size: used again before new addresses are asked for, unmapped oldest first once they are too many.
/// So a span that outlived its view reads zeros for a while rather than faulting. Thread-safe.
/// </summary>
internal sealed class RangePool
{
    /// <summary>
    /// Twice what <see cref="Quarantine"/> lets wait before it nudges the GC, so that what one collection releases is what the next
    /// openings use, and none of it is unmapped. 8 MiB of header pages at 4 KiB a page.
    /// </summary>
    private const int MostRanges = 2 * Quarantine.NudgeAfterRegions;

    /// <summary>1 TiB of a 128 TiB address space.</summary>
    private const ulong MostBytes = 1UL << 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<nuint, Queue<LinkedListNode<AddressRange>>> _bySize = [];
    private readonly LinkedList<AddressRange> _byAge = [];
    private ulong _bytes;

    internal static RangePool Shared { get; } = new();

    /// <summary>One of the size whose first byte of data is aligned: the oldest, or none.</summary>
    internal bool TryTake(nuint size, long alignment, out AddressRange range)
    {
        lock (_gate)
        {
            if (!_bySize.TryGetValue(size, out Queue<LinkedListNode<AddressRange>>? queue)
                || (queue.Peek().Value.Base & (alignment - 1)) != 0)
            {
                range = default;
                return false;
            }

            range = TakeOldest(queue);
            return true;
        }
    }

    internal void Add(in AddressRange range)
    {
        lock (_gate)
        {
            if (!_bySize.TryGetValue(range.Size, out Queue<LinkedListNode<AddressRange>>? queue))
            {
                _bySize.Add(range.Size, queue = new Queue<LinkedListNode<AddressRange>>());
            }

            queue.Enqueue(_byAge.AddLast(range));
            _bytes += range.Size;
        }

        UnmapOldest(MostRanges, MostBytes);
    }

    internal void Clear() => UnmapOldest(0, 0);

    /// <summary>Outside the lock: unmapping waits for the kernel, and openings wait for the lock.</summary>
    private void UnmapOldest(int mostRanges, ulong mostBytes)
    {
        while (true)
        {
            AddressRange oldest;
            lock (_gate)
            {
                if (_byAge.Count <= mostRanges && _bytes <= mostBytes)
                {
                    return;
                }

                oldest = TakeOldest(_bySize[_byAge.First!.Value.Size]);
            }

            UnixMemory.Unmap(oldest);
        }
    }

    /// <summary>The oldest of its size: where it is the oldest of all, it is also the first of its queue.</summary>
    private AddressRange TakeOldest(Queue<LinkedListNode<AddressRange>> queue)
    {
        LinkedListNode<AddressRange> node = queue.Dequeue();
        _byAge.Remove(node);
        _bytes -= node.Value.Size;
        if (queue.Count == 0)
        {
            _bySize.Remove(node.Value.Size);
        }

        return node.Value;
    }
}
