using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The number 1, and the digit 1 at the front of a longer one. Written <c>_1</c>.</summary>
public readonly struct D1 : IConstInteger<D1>
{
    // Written out, though As would do: so early a constant, it lets the JIT unroll loops.
    static int IConst<int>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(ulong) ? (T)(object)1UL : Whole.To<T>(1);
}
