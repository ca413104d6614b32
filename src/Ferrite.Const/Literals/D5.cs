using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The number 5, and the digit 5 at the front of a longer one. Written <c>_5</c>.</summary>
public readonly struct D5 : IConstInteger<D5>
{
    // Written out, though As would do: so early a constant, it lets the JIT unroll loops.
    static int IConst<int>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 5;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(ulong) ? (T)(object)5UL : Whole.To<T>(5);
}
