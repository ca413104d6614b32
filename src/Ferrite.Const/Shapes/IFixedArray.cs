using System.Diagnostics.CodeAnalysis;

namespace Ferrite.Const;

/// <summary>What holds a number of elements that its type knows, so that one method serves all lengths.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TLength">Their number.</typeparam>
public interface IFixedArray<T, TLength>
    where TLength : struct, IConst<int>
{
    /// <summary>The elements, in place.</summary>
    [UnscopedRef]
    FixedSpan<T, TLength> AsFixedSpan();
}
