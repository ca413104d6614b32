using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>Where pages can't be replaced in place (<see cref="Backend.CountsAccess"/>), accesses are counted and the last one out unmaps.</summary>
internal sealed unsafe partial class Region
{
    /// <summary>Running accesses and views, plus one until the region is closed.</summary>
    private int _uses = 1;

    private int _givenUp;

    /// <summary>Of a region made by <see cref="Hold"/>: whose addresses it is about.</summary>
    private readonly Region? _owner;

    /// <summary>Stands for one view's use of <paramref name="owner"/>.</summary>
    private Region(Region owner)
    {
        _owner = owner;
        _range = owner._range;
        Base = owner.Base;
        IsWritable = owner.IsWritable;
        IsShared = owner.IsShared;
        Length = owner.Length;
        WritableLength = owner.WritableLength;
    }

    /// <summary>Whether anybody may still be inside. Only the last one out brings it to 0, and from 0 it never rises again.</summary>
    internal bool IsInUse => Volatile.Read(ref _uses) != 0;

    /// <summary>False where the region is closed. Free where nothing is counted.</summary>
    internal bool TryEnter()
    {
        if (!Backend.CountsAccess || !IsMapped)
        {
            return true;
        }

        int uses = Volatile.Read(ref _uses);
        while (uses != 0)
        {
            int seen = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
            if (seen == uses)
            {
                return true;
            }

            uses = seen;
        }

        return false;
    }

    /// <summary>Gives up the file's own use, once: the region ends with the last access that is inside.</summary>
    internal void GiveUp()
    {
        if (Interlocked.Exchange(ref _givenUp, 1) == 0)
        {
            Exit();
        }
    }

    internal void Exit()
    {
        if (Backend.CountsAccess && IsMapped && Interlocked.Decrement(ref _uses) == 0)
        {
            Backend.Tombstone(_range, 0);
        }
    }

    /// <summary>
    /// What a view is to refer to: the region itself; where accesses are counted, an object of the view's own that counts as one use until
    /// <see cref="LetGo"/>. Views are structs: however many copies are disposed, the use is given up once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Region Hold() => Backend.CountsAccess ? HoldCounted() : this;

    /// <summary>Ends what <see cref="Hold"/> began.</summary>
    internal void LetGo()
    {
        if (_owner is { } owner && Interlocked.Exchange(ref _givenUp, 1) == 0)
        {
            owner.Exit();
        }
    }

    private Region HoldCounted()
    {
        Region region = _owner ?? this;
        ObjectDisposedException.ThrowIf(!region.TryEnter(), typeof(MappedFile));
        return new Region(region);
    }
}
