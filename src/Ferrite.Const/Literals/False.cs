using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The condition that never holds.</summary>
public readonly struct False : IConstBoolean<False>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Truth.To<T>(false);
}
