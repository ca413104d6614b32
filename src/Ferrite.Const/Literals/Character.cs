using System.Runtime.CompilerServices;

namespace Ferrite.Const;

/// <summary>A UTF-16 unit.</summary>
/// <typeparam name="TNumber">Its number, 0 to 65,535.</typeparam>
public readonly struct Character<TNumber> : IConst<char>
    where TNumber : struct, IConst
{
    static char IConst<char>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (char)TNumber.As<ushort>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(char) ? (T)(object)(char)TNumber.As<ushort>() : TNumber.As<T>();
}
