using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The number 4, and the digit 4 at the front of a longer one. Written <c>_4</c>.</summary>
public readonly struct D4 : IConstInteger<D4>
{
    // Written out, though As would do: so early a constant, it lets the JIT unroll loops.
    static int IConst<int>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(ulong) ? (T)(object)4UL : Whole.To<T>(4);
}
