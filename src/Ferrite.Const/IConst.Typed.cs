namespace Ferrite.Const;

/// <summary>
/// A const parameter's type: <c>where N : struct, IConst&lt;int&gt;</c> is <c>const N: i32</c>. Integers, <see cref="bool"/>,
/// <see cref="char"/>, enums and <see cref="string"/> can be: what has structural equality. One literal is of every integer type.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IConst<T> : IConst
{
    /// <summary>The value.</summary>
    /// <exception cref="OverflowException">The value, or one on the way to it, is not in the range of <typeparamref name="T"/>.</exception>
    /// <exception cref="DivideByZeroException">An expression divides by 0.</exception>
    static abstract T Value { get; }
}
