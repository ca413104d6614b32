using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The product of two values.</summary>
/// <typeparam name="TLeft">The first.</typeparam>
/// <typeparam name="TRight">The second.</typeparam>
public readonly struct Product<TLeft, TRight> : IConstInteger<Product<TLeft, TRight>>
    where TLeft : struct, IConst
    where TRight : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Multiply(TLeft.As<T>(), TRight.As<T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Multiply<T>(T left, T right) =>
        typeof(T) == typeof(sbyte) ? (T)(object)checked((sbyte)((sbyte)(object)left! * (sbyte)(object)right!))
            : typeof(T) == typeof(byte) ? (T)(object)checked((byte)((byte)(object)left! * (byte)(object)right!))
            : typeof(T) == typeof(short) ? (T)(object)checked((short)((short)(object)left! * (short)(object)right!))
            : typeof(T) == typeof(ushort) ? (T)(object)checked((ushort)((ushort)(object)left! * (ushort)(object)right!))
            : typeof(T) == typeof(int) ? (T)(object)checked((int)(object)left! * (int)(object)right!)
            : typeof(T) == typeof(uint) ? (T)(object)checked((uint)(object)left! * (uint)(object)right!)
            : typeof(T) == typeof(long) ? (T)(object)checked((long)(object)left! * (long)(object)right!)
            : typeof(T) == typeof(ulong) ? (T)(object)checked((ulong)(object)left! * (ulong)(object)right!)
            : typeof(T) == typeof(nint) ? (T)(object)checked((nint)(object)left! * (nint)(object)right!)
            : typeof(T) == typeof(nuint) ? (T)(object)checked((nuint)(object)left! * (nuint)(object)right!)
            : typeof(T) == typeof(Int128) ? (T)(object)checked((Int128)(object)left! * (Int128)(object)right!)
            : typeof(T) == typeof(UInt128) ? (T)(object)checked((UInt128)(object)left! * (UInt128)(object)right!)
            : typeof(T) == typeof(Whole) ? (T)(object)((Whole)(object)left! * (Whole)(object)right!)
            : throw new NotSupportedException($"{typeof(T)} is no integer.");
}
