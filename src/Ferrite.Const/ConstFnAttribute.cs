namespace Ferrite.Const;

/// <summary>
/// A promise, checked where it is made: this function can be evaluated by the compiler. In every branch it calls only other functions that
/// promise the same and what docs/const-evaluation.md lists; on a type it speaks for all of its members. It stays a function like any other at run time.
/// </summary>
/// <remarks>After Rust's <c>const fn</c>, RFC 2342 and RFC 911. What breaks the promise is FER3010.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ConstFnAttribute : Attribute;
