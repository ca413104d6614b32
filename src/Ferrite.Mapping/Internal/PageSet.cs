using System.Numerics;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Numbers of pages, added in ascending order. Runs take a few words however long they are, scattered pages a bit each: a file costs what
/// is resident of it, not what it is long.
/// </summary>
internal sealed class PageSet
{
    private readonly List<Piece> _pieces = [];

    /// <summary>Pages <c>First</c> to <c>First + Count − 1</c>: all of them, or those whose bit is set.</summary>
    private readonly record struct Piece(long First, long Count, ulong[]? Bits)
    {
        internal long End => First + Count;
    }

    /// <summary>How many there are.</summary>
    internal long Count { get; private set; }

    internal void AddRun(long first, long count)
    {
        Count += count;
        if (_pieces.Count > 0 && _pieces[^1] is { Bits: null } last && last.End == first)
        {
            _pieces[^1] = last with { Count = last.Count + count };
        }
        else if (count > 0)
        {
            _pieces.Add(new Piece(first, count, null));
        }
    }

    /// <summary>Adds those of the pages from <paramref name="first"/> on whose byte has bit 0 set, as mincore(2) tells them.</summary>
    internal void AddMarked(long first, ReadOnlySpan<byte> pages)
    {
        ulong[] bits = new ulong[(pages.Length + 63) / 64];
        long count = 0;
        for (int i = 0; i < pages.Length; i++)
        {
            ulong bit = pages[i] & 1u;
            bits[i / 64] |= bit << (i % 64);
            count += (long)bit;
        }

        if (count == pages.Length)
        {
            AddRun(first, count);
        }
        else if (count > 0)
        {
            Count += count;
            _pieces.Add(new Piece(first, pages.Length, bits));
        }
    }

    internal bool Contains(long page) => CountIn(page, 1) == 1;

    /// <summary>How many of the pages from <paramref name="first"/> on are in the set.</summary>
    internal long CountIn(long first, long count)
    {
        long found = 0;
        for (int i = FindPiece(first); i < _pieces.Count && _pieces[i].First - first < count; i++)
        {
            Piece piece = _pieces[i];
            long from = Math.Max(first, piece.First) - piece.First;
            long to = Math.Min(count, piece.End - first) + first - piece.First;
            found += piece.Bits is { } bits ? CountBits(bits, (int)from, (int)to) : to - from;
        }

        return found;
    }

    /// <summary>The longest runs of pages, in order.</summary>
    internal IEnumerable<(long First, long Count)> Runs()
    {
        (long First, long Count) open = default;
        foreach (Piece piece in _pieces)
        {
            foreach ((long first, long count) in RunsOf(piece))
            {
                if (open.First + open.Count == first)
                {
                    open.Count += count;
                    continue;
                }

                if (open.Count > 0)
                {
                    yield return open;
                }

                open = (first, count);
            }
        }

        if (open.Count > 0)
        {
            yield return open;
        }
    }

    /// <summary>The first piece that ends behind the page.</summary>
    private int FindPiece(long page)
    {
        int low = 0;
        int high = _pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _pieces[middle].End <= page ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static IEnumerable<(long First, long Count)> RunsOf(Piece piece)
    {
        if (piece.Bits is not { } bits)
        {
            yield return (piece.First, piece.Count);
            yield break;
        }

        for (int from = Next(bits, 0, set: true); from < piece.Count;)
        {
            int to = Math.Min(Next(bits, from, set: false), (int)piece.Count);
            yield return (piece.First + from, to - from);
            from = Next(bits, to, set: true);
        }
    }

    /// <summary>The first bit from <paramref name="from"/> on that is set, or not; past the end if there is none.</summary>
    private static int Next(ulong[] bits, int from, bool set)
    {
        for (int word = from / 64, skip = from % 64; word < bits.Length; word++, skip = 0)
        {
            ulong wanted = (set ? bits[word] : ~bits[word]) >> skip;
            if (wanted != 0)
            {
                return (word * 64) + skip + BitOperations.TrailingZeroCount(wanted);
            }
        }

        return bits.Length * 64;
    }

    private static long CountBits(ulong[] bits, int from, int to)
    {
        long count = 0;
        for (int word = from / 64; word * 64 < to; word++)
        {
            int low = Math.Max(0, from - (word * 64));
            int high = Math.Min(64, to - (word * 64));
            ulong mask = (ulong.MaxValue << low) & (ulong.MaxValue >> (64 - high));
            count += BitOperations.PopCount(bits[word] & mask);
        }

        return count;
    }
}
