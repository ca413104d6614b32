using System.Runtime.CompilerServices;

namespace Ferrite.Const.Internal;

internal static class Truth
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T To<T>(bool value) =>
        typeof(T) == typeof(bool) ? (T)(object)value : throw new NotSupportedException($"A condition is no {typeof(T)}.");
}
