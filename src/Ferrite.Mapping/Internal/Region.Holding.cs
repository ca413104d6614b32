using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// What a view refers to: the region itself; where accesses are counted, an object of the view's own, in the region's place, that stands
/// for one entry in its count. Views are structs: however many copies are disposed, the entry is given up once. One that is dropped
/// instead is given up by the finalizer.
/// </summary>
internal sealed unsafe partial class Region
{
    /// <summary>Of a view's region the one it stands for; of a part of a view, the view's.</summary>
    private readonly Region? _owner;

    private int _letGo;

    private Region(Region owner)
    {
        _owner = owner;
        _range = owner._range;
        Base = owner.Base;
        IsWritable = owner.IsWritable;
        IsShared = owner.IsShared;
        Length = owner.Length;
        WritableLength = owner.WritableLength;
        Counter = owner.Counter;
        if (IsPart)
        {
            GC.SuppressFinalize(this);
        }
    }

    private bool IsPart => _owner?._owner is not null;

    /// <summary>For a view, which <see cref="TryEnterView"/> has let in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Region Hold() => Backend.CountsAccess ? new Region(this) : this;

    /// <summary>For a part of the view: no entry of its own, it ends with the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Region HoldPart() => Backend.CountsAccess ? new Region(IsPart ? _owner! : this) : this;

    /// <summary>Ends what <see cref="Hold"/> began.</summary>
    internal void LetGo()
    {
        if (!IsPart && Interlocked.Exchange(ref _letGo, 1) == 0)
        {
            GC.SuppressFinalize(this);
            _owner!.ExitView();
        }
    }

    /// <summary>Where accesses are counted, and the view has ended, its addresses may be gone.</summary>
    /// <exception cref="ObjectDisposedException">The view was disposed.</exception>
    internal void ThrowIfLetGo() => ObjectDisposedException.ThrowIf(Volatile.Read(ref (IsPart ? _owner! : this)._letGo) != 0, typeof(MappedView));
}
