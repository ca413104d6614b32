namespace Ferrite.Const;

/// <summary>A value that is a type: a literal, or an expression over literals. What a const parameter of Rust's RFC 2000 is.</summary>
public interface IConst
{
    /// <summary>The value as a type of the caller's choice. A constant in the code that the JIT makes.</summary>
    /// <typeparam name="T">
    /// One of the integers, <see cref="sbyte"/> to <see cref="UInt128"/> and <see cref="nint"/>, or the type that the value is of.
    /// </typeparam>
    /// <exception cref="OverflowException">The value, or one on the way to it, is not in the range of the type.</exception>
    /// <exception cref="DivideByZeroException">An expression divides by 0.</exception>
    /// <exception cref="NotSupportedException">The value is not of such a type.</exception>
    static abstract T As<T>();
}
