using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The number 7, and the digit 7 at the front of a longer one. Written <c>_7</c>.</summary>
public readonly struct D7 : IConstInteger<D7>
{
    // Written out, though As would do: so early a constant, it lets the JIT unroll loops.
    static int IConst<int>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 7;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(ulong) ? (T)(object)7UL : Whole.To<T>(7);
}
