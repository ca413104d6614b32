using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace Ferrite.Const.Tests;

/// <summary>Const types made at run time, and read as any type.</summary>
internal static class ConstTypes
{
    private static readonly Type[] Digits =
    [
        typeof(D0), typeof(D1), typeof(D2), typeof(D3), typeof(D4), typeof(D5), typeof(D6), typeof(D7), typeof(D8), typeof(D9),
    ];

    /// <summary>Each integer type, its least and its greatest value.</summary>
    internal static IReadOnlyDictionary<Type, (BigInteger Least, BigInteger Greatest)> Integers { get; } = new Dictionary<Type, (BigInteger, BigInteger)>
    {
        [typeof(sbyte)] = (sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = (byte.MinValue, byte.MaxValue),
        [typeof(short)] = (short.MinValue, short.MaxValue),
        [typeof(ushort)] = (ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = (int.MinValue, int.MaxValue),
        [typeof(uint)] = (uint.MinValue, uint.MaxValue),
        [typeof(long)] = (long.MinValue, long.MaxValue),
        [typeof(ulong)] = (ulong.MinValue, ulong.MaxValue),
        [typeof(nint)] = (nint.MinValue, nint.MaxValue),
        [typeof(nuint)] = (nuint.MinValue, nuint.MaxValue),
        [typeof(Int128)] = ((BigInteger)Int128.MinValue, (BigInteger)Int128.MaxValue),
        [typeof(UInt128)] = ((BigInteger)UInt128.MinValue, (BigInteger)UInt128.MaxValue),
    };

    internal static Type Literal(BigInteger value)
    {
        Type? literal = null;
        foreach (char digit in BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture))
        {
            Type last = Digits[digit - '0'];
            literal = literal is null ? last : typeof(Dec<,>).MakeGenericType(literal, last);
        }

        return value.Sign < 0 ? typeof(Neg<>).MakeGenericType(literal!) : literal!;
    }

    /// <summary>By <c>As</c>, and by <c>Value</c> too where the type has one. Throws what they throw.</summary>
    internal static object Read(Type value, Type type)
    {
        object read = Invoke(value.GetMethod("As", BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(type));
        Assert.Equal(read, Invoke(typeof(ConstTypes).GetMethod(nameof(ValueOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type, value)));
        return read;
    }

    private static T ValueOf<T, TValue>()
        where TValue : struct, IConst<T> => TValue.Value;

    private static object Invoke(MethodInfo method)
    {
        try
        {
            return method.Invoke(null, null)!;
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }
}
