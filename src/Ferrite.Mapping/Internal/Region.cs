using System.Runtime.CompilerServices;
using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// One mapping of a file at addresses of its own. The addresses are given back by the finalizer only, when the GC has proved that no
/// file, view, enumerator or running access refers to the region; so every access ends with <c>GC.KeepAlive(region)</c>, and none needs
/// a lock or a count.
/// </summary>
/// <remarks>
/// The order that makes unlocked access right. Whoever takes pages away (Close, Shrink here; the fault guard's handler) first sets a bit
/// of the state word, then replaces the pages. A reader loads data, passes a load barrier, then loads the state word: had it loaded from
/// a replaced page, the bit was set before, so it sees it. A writer stores and then loads the state word, which the processor may
/// reorder; so between bit and replacement stands a process-wide barrier: a writer whose load came before it has stored before it, into
/// the file, and any other sees the bit.
/// </remarks>
internal sealed unsafe partial class Region : CriticalFinalizerObject
{
    /// <summary>Scalars up to this many bytes are range-checked by <see cref="FastLimit"/> alone.</summary>
    internal const int FastSize = 64;

    /// <summary>The region of every file of length 0: no address of its own, nothing to close.</summary>
    internal static readonly Region Empty = new(length: 0, state: 0);

    /// <summary>The region of every disposed file.</summary>
    internal static readonly Region Dead = new(length: -1, RegionState.Closed);

    /// <summary>
    /// The region of a file that could not be mapped again, where that had to wait for the end of the region before (see
    /// <see cref="FileMapping.Resize"/>): no bytes, and untrusted until Refresh.
    /// </summary>
    internal static readonly Region Lost = new(length: 0, RegionState.Faulted);

    private AddressRange _range;
    private readonly long _guardSlot = FaultGuardLibrary.NoSlot;
    private readonly bool _countsWrites;
    private readonly PageLayout _layout;
    private bool _retired;

    private Region(long length, int state)
    {
        // Never freed: the two live as long as the process.
        byte* memory = (byte*)NativeMemory.AllocZeroed(RegionHeader.Distance);
        Base = memory + RegionHeader.Distance;
        // SAFETY: the header is the whole of the allocation, 64 bytes, zeroed.
        Header->State = state;
        Length = length;
        WritableLength = -1;
        GC.SuppressFinalize(this);
    }

    private Region(in AddressRange range, MapMode mode, long length, in PageLayout layout, long guardSlot, bool counted)
    {
        _range = range;
        _layout = layout;
        _guardSlot = guardSlot;
        Base = range.BasePointer;
        IsWritable = mode != MapMode.ReadOnly;
        IsShared = mode == MapMode.ReadWrite;
        Length = length;
        WritableLength = IsWritable ? length : -1;
        FastLimit = FastLimitOf(length);
        _countsWrites = counted;
        FastWriteLimit = IsWritable && !counted ? FastLimit : 0;
        // SAFETY: the header of a range that nobody else knows yet.
        Header->TrustLimit = FastLimit;
        Interlocked.Increment(ref Census.Regions);
    }

    /// <summary>Address of the file's byte 0. Stays mapped, to the file or to zero pages, while the region is referenced.</summary>
    internal byte* Base { get; private set; }

    /// <summary>Offsets below it are in range for any scalar of <see cref="FastSize"/> bytes or less: <c>max(0, Length − 63)</c>.</summary>
    internal ulong FastLimit;

    /// <summary><see cref="FastLimit"/> where writes are allowed and not counted, else 0.</summary>
    internal ulong FastWriteLimit;

    /// <summary>Bytes of the file. Grows in place within <see cref="Capacity"/>; lowered when the file is cut; −1 on <see cref="Dead"/>.</summary>
    internal long Length;

    /// <summary><see cref="Length"/> where writes are allowed, else −1.</summary>
    internal long WritableLength;

    internal bool IsWritable { get; }

    /// <summary>Whom to tell of what was written through a view; null where writes aren't counted.</summary>
    internal IWriteCounter? Counter { get; set; }

    /// <summary>Whether stores reach the file.</summary>
    internal bool IsShared { get; }

    internal long Capacity => _range.Capacity;

    /// <summary>Whether a page that is lost is an exception, rather than the end of the process.</summary>
    internal bool IsGuarded => _guardSlot != FaultGuardLibrary.NoSlot;

    /// <summary>Asks the OS: slow.</summary>
    internal bool UsesHugePages => IsMapped && (_layout.IsHugeTlb || Backend.UsesHugePages(_range));

    /// <summary>Whether it has addresses of its own.</summary>
    internal bool IsMapped => _range.Size != 0;

    internal RegionHeader* Header
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (RegionHeader*)(Backend.CountsAccess && IsMapped ? (byte*)_range.Header : Base - RegionHeader.Distance);
    }

    /// <summary>The state word; put a load barrier between an access and it.</summary>
    // SAFETY: the header stays allocated while the region is referenced.
    internal int State => Volatile.Read(ref Header->State);

    /// <summary>Maps the file; without capacity that is <see cref="Empty"/>.</summary>
    /// <exception cref="IOException">The OS refused.</exception>
    internal static Region Map(
        SafeFileHandle file, string? path, MapMode mode, long length, long capacity, in PageLayout layout, bool guarded, bool counted)
    {
        if (capacity == 0 || (length == 0 && Backend.CountsAccess))
        {
            return Empty;
        }

        OSError error = Backend.Map(file, mode, length, capacity, layout.Alignment, out AddressRange range);
        if (Backend.IsOutOfMemory(error))
        {
            Quarantine.Reclaim();
            error = Backend.Map(file, mode, length, capacity, layout.Alignment, out range);
        }

        error.ThrowIfFailed(path);
        long slot = guarded ? FaultGuardLibrary.Add(range, layout.PageSize, file) : FaultGuardLibrary.NoSlot;
        return new Region(range, mode, length, layout, slot, counted);
    }

    /// <summary>0 where accesses are counted: then there is no fast path.</summary>
    private static ulong FastLimitOf(long length) => Backend.CountsAccess ? 0 : (ulong)Math.Max(0, length - (FastSize - 1));

    ~Region()
    {
        if (_owner is not null)
        {
            LetGo();
            return;
        }

        Quarantine.Leave(_retired);
        if (Backend.CountsAccess)
        {
            EndForGood();
        }
        else if ((State & RegionState.Closed) == 0)
        {
            Backend.Tombstone(_range, 0);
        }

        FaultGuardLibrary.Remove(_guardSlot);
        Backend.Release(_range);
        Interlocked.Decrement(ref Census.Regions);
        Die();
    }

    /// <summary>Whoever was finalized together with the region may bring it back: it then is a disposed file's.</summary>
    private void Die()
    {
        Base = Dead.Base;
        _range = default;
        Length = -1;
        WritableLength = -1;
        FastLimit = 0;
        FastWriteLimit = 0;
    }
}
