namespace Ferrite.Const;

/// <summary>
/// The compiler calls this static method without parameters, and its result becomes a member named <see cref="Name"/> beside it: a <c>const</c>
/// for primitives, strings and enums, a <see cref="ReadOnlySpan{T}"/> over the assembly's data for arrays, a static property for structs.
/// </summary>
/// <remarks>
/// The member is public where the method is, internal otherwise. Arithmetic is checked, and a failure is a compile error at the operation
/// that failed: docs/const-evaluation.md. After Rust's constants, RFC 2342.
/// </remarks>
/// <param name="name">The member's name, an identifier that the type does not use yet.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ConstEvalAttribute(string name) : Attribute
{
    /// <summary>The name of the member that holds the result.</summary>
    public string Name { get; } = name;
}
