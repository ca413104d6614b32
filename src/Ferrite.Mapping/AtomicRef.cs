using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// One integer of a mapped file, to be changed atomically by any number of threads and processes that map the file: int, uint, long or
/// ulong, naturally aligned. Sequentially consistent, like <see cref="Interlocked"/>. Goes on working when the file grows. Nothing here
/// counts for a <c>FlushPolicy</c>: call <see cref="MappedFile.Flush(FlushLevel)"/> for durability.
/// </summary>
/// <remarks>
/// Every operation throws <see cref="MappedFileFaultException"/> where the page was lost (obtain it anew after
/// <see cref="MappedFile.Refresh"/>) and <see cref="ObjectDisposedException"/> where the file was disposed; the changing ones throw
/// <see cref="NotSupportedException"/> where the file is mapped <see cref="MapMode.ReadOnly"/>. All are thread-safe and allocate nothing.
/// </remarks>
/// <typeparam name="T">int, uint, long or ulong.</typeparam>
public readonly unsafe ref struct AtomicRef<T>
    where T : unmanaged
{
    private readonly ref Region _current;
    private readonly Region _region;
    private readonly byte* _address;

    internal AtomicRef(ref Region current, Region region, long offset)
    {
        _current = ref current;
        _region = region;
        _address = region.Base + offset;
    }

    /// <summary>The value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load()
    {
        byte* address = Enter(out Region region);
        T value = AtomicOperations.Load<T>(address);
        Leave(region, address);
        return value;
    }

    /// <summary>Replaces the value.</summary>
    /// <param name="value">The new one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T value) => Exchange(value);

    /// <summary>Replaces the value, and returns the one before.</summary>
    /// <param name="value">The new one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Exchange(T value)
    {
        byte* address = EnterToWrite(out Region region);
        T before = AtomicOperations.Exchange(address, value);
        Leave(region, address);
        return before;
    }

    /// <summary>Replaces the value if it is the one expected, and returns the one before: the expected one if it was replaced.</summary>
    /// <param name="value">The new one.</param>
    /// <param name="comparand">The one expected.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T CompareExchange(T value, T comparand)
    {
        byte* address = EnterToWrite(out Region region);
        T before = AtomicOperations.CompareExchange(address, value, comparand);
        Leave(region, address);
        return before;
    }

    /// <summary>Adds, wrapping around, and returns the new value.</summary>
    /// <param name="value">What to add.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Add(T value)
    {
        byte* address = EnterToWrite(out Region region);
        T after = AtomicOperations.Add(address, value);
        Leave(region, address);
        return after;
    }

    /// <summary>Adds one, wrapping around, and returns the new value.</summary>
    public T Increment() => Add(AtomicOperations.One<T>());

    /// <summary>Subtracts one, wrapping around, and returns the new value.</summary>
    public T Decrement() => Add(AtomicOperations.MinusOne<T>());

    /// <summary>Keeps the bits that are set in the argument, and returns the new value.</summary>
    /// <param name="value">The bits to keep.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T And(T value)
    {
        byte* address = EnterToWrite(out Region region);
        T after = AtomicOperations.And(address, value);
        Leave(region, address);
        return after;
    }

    /// <summary>Sets the bits that are set in the argument, and returns the new value.</summary>
    /// <param name="value">The bits to set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Or(T value)
    {
        byte* address = EnterToWrite(out Region region);
        T after = AtomicOperations.Or(address, value);
        Leave(region, address);
        return after;
    }

    /// <summary>Makes the value the argument if that is greater, and returns the new value.</summary>
    /// <param name="value">What to compare with, as <typeparamref name="T"/> orders it.</param>
    public T Max(T value)
    {
        byte* address = EnterToWrite(out Region region);
        T after = AtomicOperations.Max(address, value);
        Leave(region, address);
        return after;
    }

    /// <summary>Makes the value the argument if that is less, and returns the new value.</summary>
    /// <param name="value">What to compare with, as <typeparamref name="T"/> orders it.</param>
    public T Min(T value)
    {
        byte* address = EnterToWrite(out Region region);
        T after = AtomicOperations.Min(address, value);
        Leave(region, address);
        return after;
    }

    /// <summary>
    /// Sleeps while the value is the one given, until <see cref="Wake"/> by any thread of any process that maps the file, or the time is
    /// up. May return early: look at the value again. Linux only: futex(2).
    /// </summary>
    /// <param name="value">Returns at once if the value is another.</param>
    /// <param name="timeout">How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>False if the time was up.</returns>
    /// <exception cref="NotSupportedException">Not on this OS, or the integer is not of 32 bits.</exception>
    public bool Wait(T value, TimeSpan timeout)
    {
        byte* address = Enter(out Region region);
        bool woken = AtomicWaiting.Wait(region, address, value, timeout);
        Leave(region, address);
        return woken;
    }

    /// <summary>Wakes threads, of any process, that sleep in <see cref="Wait"/> on this integer. Linux only: futex(2).</summary>
    /// <param name="count">How many at most.</param>
    /// <returns>How many were woken.</returns>
    /// <exception cref="NotSupportedException">Not on this OS, or the integer is not of 32 bits.</exception>
    public int Wake(int count = int.MaxValue)
    {
        byte* address = Enter(out Region region);
        int woken = AtomicWaiting.Wake<T>(address, count);
        Leave(region, address);
        return woken;
    }

    /// <summary>Where accesses are counted the region that was current when this was made may be gone: there each operation asks anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Enter(out Region region)
    {
        region = _region;
        if (!Backend.CountsAccess)
        {
            return _address;
        }

        long offset = _address - region.Base;
        region = SlowAccess.Enter(ref _current, offset, sizeof(T));
        return region.Base + offset;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* EnterToWrite(out Region region)
    {
        byte* address = Enter(out region);
        if (!region.IsWritable)
        {
            region.Exit();
            Throw.IfNotWritable(MapMode.ReadOnly);
        }

        return address;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Leave(Region region, byte* address)
    {
        if (Backend.CountsAccess)
        {
            region.Exit();
        }

        Views.Validate(region, address, sizeof(T));
    }
}
