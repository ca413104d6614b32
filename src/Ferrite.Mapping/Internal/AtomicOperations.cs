using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// <see cref="Interlocked"/> over an address and a type parameter that is one of int, uint, long, ulong: each method folds to one
/// instruction, or one loop, once the type is known. Sequentially consistent, as those are.
/// </summary>
internal static unsafe class AtomicOperations
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check<T>(long offset)
        where T : unmanaged
    {
        if (typeof(T) != typeof(int) && typeof(T) != typeof(uint) && typeof(T) != typeof(long) && typeof(T) != typeof(ulong))
        {
            throw new NotSupportedException($"{typeof(T)} can't be changed atomically: int, uint, long and ulong can.");
        }

        if ((offset & (sizeof(T) - 1)) != 0)
        {
            ThrowMisaligned(offset, sizeof(T));
        }
    }

    internal static T One<T>()
        where T : unmanaged => sizeof(T) == sizeof(int) ? Unsafe.BitCast<int, T>(1) : Unsafe.BitCast<long, T>(1);

    internal static T MinusOne<T>()
        where T : unmanaged => sizeof(T) == sizeof(int) ? Unsafe.BitCast<int, T>(-1) : Unsafe.BitCast<long, T>(-1);

    private static void ThrowMisaligned(long offset, int size) =>
        throw new DataMisalignedException($"Offset {offset} is no multiple of {size}, which an atomic integer of {size} bytes needs.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Load<T>(byte* address)
        where T : unmanaged =>
        // SAFETY: the address is mapped, writable where it is written, and aligned to sizeof(T), which is 4 or 8; its AtomicRef sees to it.
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(Volatile.Read(ref *(int*)address))
            : Unsafe.BitCast<long, T>(Volatile.Read(ref *(long*)address));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exchange<T>(byte* address, T value)
        where T : unmanaged =>
        // SAFETY: the address is mapped, writable where it is written, and aligned to sizeof(T), which is 4 or 8; its AtomicRef sees to it.
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(Interlocked.Exchange(ref *(int*)address, Unsafe.BitCast<T, int>(value)))
            : Unsafe.BitCast<long, T>(Interlocked.Exchange(ref *(long*)address, Unsafe.BitCast<T, long>(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T CompareExchange<T>(byte* address, T value, T comparand)
        where T : unmanaged =>
        // SAFETY: the address is mapped, writable where it is written, and aligned to sizeof(T), which is 4 or 8; its AtomicRef sees to it.
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(
                Interlocked.CompareExchange(ref *(int*)address, Unsafe.BitCast<T, int>(value), Unsafe.BitCast<T, int>(comparand)))
            : Unsafe.BitCast<long, T>(
                Interlocked.CompareExchange(ref *(long*)address, Unsafe.BitCast<T, long>(value), Unsafe.BitCast<T, long>(comparand)));

    /// <summary>The new value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Add<T>(byte* address, T value)
        where T : unmanaged =>
        // SAFETY: the address is mapped, writable where it is written, and aligned to sizeof(T), which is 4 or 8; its AtomicRef sees to it.
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(Interlocked.Add(ref *(int*)address, Unsafe.BitCast<T, int>(value)))
            : Unsafe.BitCast<long, T>(Interlocked.Add(ref *(long*)address, Unsafe.BitCast<T, long>(value)));

    /// <summary>The new value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T And<T>(byte* address, T value)
        where T : unmanaged =>
        // SAFETY: the address is mapped, writable where it is written, and aligned to sizeof(T), which is 4 or 8; its AtomicRef sees to it.
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(Interlocked.And(ref *(int*)address, Unsafe.BitCast<T, int>(value)) & Unsafe.BitCast<T, int>(value))
            : Unsafe.BitCast<long, T>(Interlocked.And(ref *(long*)address, Unsafe.BitCast<T, long>(value)) & Unsafe.BitCast<T, long>(value));

    /// <summary>The new value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Or<T>(byte* address, T value)
        where T : unmanaged =>
        // SAFETY: the address is mapped, writable where it is written, and aligned to sizeof(T), which is 4 or 8; its AtomicRef sees to it.
        sizeof(T) == sizeof(int)
            ? Unsafe.BitCast<int, T>(Interlocked.Or(ref *(int*)address, Unsafe.BitCast<T, int>(value)) | Unsafe.BitCast<T, int>(value))
            : Unsafe.BitCast<long, T>(Interlocked.Or(ref *(long*)address, Unsafe.BitCast<T, long>(value)) | Unsafe.BitCast<T, long>(value));

    /// <summary>The new value: the greater of the two, as <typeparamref name="T"/> orders them. Writes only where that is the argument.</summary>
    internal static T Max<T>(byte* address, T value)
        where T : unmanaged
    {
        T seen = Load<T>(address);
        while (Comparer<T>.Default.Compare(seen, value) < 0)
        {
            T before = CompareExchange(address, value, seen);
            if (EqualityComparer<T>.Default.Equals(before, seen))
            {
                return value;
            }

            seen = before;
        }

        return seen;
    }

    /// <summary>The new value: the lesser of the two, as <typeparamref name="T"/> orders them. Writes only where that is the argument.</summary>
    internal static T Min<T>(byte* address, T value)
        where T : unmanaged
    {
        T seen = Load<T>(address);
        while (Comparer<T>.Default.Compare(seen, value) > 0)
        {
            T before = CompareExchange(address, value, seen);
            if (EqualityComparer<T>.Default.Equals(before, seen))
            {
                return value;
            }

            seen = before;
        }

        return seen;
    }
}
