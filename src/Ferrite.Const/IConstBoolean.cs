using System.Runtime.CompilerServices;

namespace Ferrite.Const;

/// <summary>A condition.</summary>
/// <typeparam name="TSelf">The condition.</typeparam>
public interface IConstBoolean<TSelf> : IConst<bool>
    where TSelf : struct, IConstBoolean<TSelf>
{
    static bool IConst<bool>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.As<bool>();
    }
}
