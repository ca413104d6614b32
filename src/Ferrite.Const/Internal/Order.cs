using System.Runtime.CompilerServices;

namespace Ferrite.Const.Internal;

internal static class Order
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsLess<T>(T left, T right) =>
        typeof(T) == typeof(Whole)
            ? Whole.IsLess((Whole)(object)left!, (Whole)(object)right!)
            : Comparer<T>.Default.Compare(left, right) < 0;
}
