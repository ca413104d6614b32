using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The number 6, and the digit 6 at the front of a longer one. Written <c>_6</c>.</summary>
public readonly struct D6 : IConstInteger<D6>
{
    // Written out, though As would do: so early a constant, it lets the JIT unroll loops.
    static int IConst<int>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 6;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(ulong) ? (T)(object)6UL : Whole.To<T>(6);
}
