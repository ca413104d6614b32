namespace Ferrite.Mapping.Internal;

/// <summary>
/// Released ranges, tombstoned, by size: used again before new addresses are asked for, unmapped oldest first once they are too many.
/// So a span that outlived its view reads zeros for a while rather than faulting. Thread-safe.
/// </summary>
internal sealed class RangePool
{
    /// <summary>4 MiB of header pages at 4 KiB a page, and a small part of <c>vm.max_map_count</c> even if none is adjacent to another.</summary>
    private const int MostRanges = 1024;

    /// <summary>1 TiB of a 128 TiB address space.</summary>
    private const ulong MostBytes = 1UL << 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<nuint, Queue<LinkedListNode<AddressRange>>> _bySize = [];
    private readonly LinkedList<AddressRange> _byAge = [];
    private ulong _bytes;

    internal static RangePool Shared { get; } = new();

    internal bool TryTake(nuint size, out AddressRange range)
    {
        lock (_gate)
        {
            if (!_bySize.TryGetValue(size, out Queue<LinkedListNode<AddressRange>>? queue))
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
            while (_byAge.Count > MostRanges || _bytes > MostBytes)
            {
                UnmapOldest();
            }
        }
    }

    internal void Clear()
    {
        lock (_gate)
        {
            while (_byAge.Count > 0)
            {
                UnmapOldest();
            }
        }
    }

    private void UnmapOldest() => UnixMemory.Unmap(TakeOldest(_bySize[_byAge.First!.Value.Size]));

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
