using System.Runtime.CompilerServices;

namespace Ferrite.Const;

/// <summary>A value that is of every integer type, as a literal of Rust is before something settles its type.</summary>
/// <typeparam name="TSelf">The value.</typeparam>
public interface IConstInteger<TSelf> :
    IConst<sbyte>, IConst<byte>, IConst<short>, IConst<ushort>, IConst<int>, IConst<uint>,
    IConst<long>, IConst<ulong>, IConst<nint>, IConst<nuint>, IConst<Int128>, IConst<UInt128>
    where TSelf : struct, IConstInteger<TSelf>
{
    static sbyte IConst<sbyte>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<sbyte>();
    }

    static byte IConst<byte>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<byte>();
    }

    static short IConst<short>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<short>();
    }

    static ushort IConst<ushort>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<ushort>();
    }

    static int IConst<int>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<int>();
    }

    static uint IConst<uint>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<uint>();
    }

    static long IConst<long>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<long>();
    }

    static ulong IConst<ulong>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<ulong>();
    }

    static nint IConst<nint>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<nint>();
    }

    static nuint IConst<nuint>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<nuint>();
    }

    static Int128 IConst<Int128>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<Int128>();
    }

    static UInt128 IConst<UInt128>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<UInt128>();
    }
}
