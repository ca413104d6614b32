using System.Runtime.CompilerServices;

namespace Ferrite.Const.Internal;

/// <summary>
/// A number as sign and magnitude, wide enough for every integer of 64 bits: what is compared and negated, where no type of C#'s would
/// hold both <see cref="ulong.MaxValue"/> and −1, and the JIT makes no constants of 128 bits.
/// </summary>
internal readonly struct Whole(ulong magnitude, bool negative)
{
    internal ulong Magnitude
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => magnitude;
    }

    /// <summary>Never of 0.</summary>
    internal bool IsNegative
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => negative;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Whole operator -(Whole value) => new(value.Magnitude, value.Magnitude != 0 && !value.IsNegative);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Whole operator +(Whole left, Whole right) =>
        left.IsNegative == right.IsNegative ? new(checked(left.Magnitude + right.Magnitude), left.IsNegative)
        : left.Magnitude > right.Magnitude ? new(left.Magnitude - right.Magnitude, left.IsNegative)
        : new(right.Magnitude - left.Magnitude, right.IsNegative && left.Magnitude != right.Magnitude);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Whole operator *(Whole left, Whole right)
    {
        ulong product = checked(left.Magnitude * right.Magnitude);
        return new(product, product != 0 && left.IsNegative != right.IsNegative);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Whole operator /(Whole left, Whole right)
    {
        ulong quotient = left.Magnitude / right.Magnitude;
        return new(quotient, quotient != 0 && left.IsNegative != right.IsNegative);
    }

    /// <summary>With the sign of the dividend, as C# has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Whole operator %(Whole left, Whole right)
    {
        ulong remainder = left.Magnitude % right.Magnitude;
        return new(remainder, remainder != 0 && left.IsNegative);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsLess(Whole left, Whole right) =>
        left.IsNegative != right.IsNegative ? left.IsNegative
        : left.IsNegative ? left.Magnitude > right.Magnitude
        : left.Magnitude < right.Magnitude;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreEqual(Whole left, Whole right) => left.Magnitude == right.Magnitude && left.IsNegative == right.IsNegative;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T To<T>(ulong value) => To<T>(new Whole(value, negative: false));

    /// <summary>As the type that was asked for. All but one branch is gone before the JIT looks at the code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T To<T>(Whole value)
    {
        if (typeof(T) == typeof(Whole))
        {
            return (T)(object)value;
        }

        if (typeof(T) == typeof(byte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong)
            || typeof(T) == typeof(nuint) || typeof(T) == typeof(UInt128))
        {
            return Unsigned<T>(value.IsNegative ? throw new OverflowException() : value.Magnitude);
        }

        return typeof(T) == typeof(Int128) ? (T)(object)(value.IsNegative ? -(Int128)value.Magnitude : value.Magnitude)
            : Signed<T>(value.IsNegative ? Negative(value.Magnitude) : checked((long)value.Magnitude));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Negative(ulong magnitude) => checked(-(long)(magnitude - 1) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Unsigned<T>(ulong value) =>
        typeof(T) == typeof(byte) ? (T)(object)checked((byte)value)
        : typeof(T) == typeof(ushort) ? (T)(object)checked((ushort)value)
        : typeof(T) == typeof(uint) ? (T)(object)checked((uint)value)
        : typeof(T) == typeof(nuint) ? (T)(object)checked((nuint)value)
        : typeof(T) == typeof(ulong) ? (T)(object)value
        : (T)(object)(UInt128)value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Signed<T>(long value) =>
        typeof(T) == typeof(sbyte) ? (T)(object)checked((sbyte)value)
        : typeof(T) == typeof(short) ? (T)(object)checked((short)value)
        : typeof(T) == typeof(int) ? (T)(object)checked((int)value)
        : typeof(T) == typeof(nint) ? (T)(object)checked((nint)value)
        : typeof(T) == typeof(long) ? (T)(object)value
        : throw new NotSupportedException($"A number is no {typeof(T)}.");
}
