using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>A result, or why there is none. A value, so a generator's cache can compare it.</summary>
internal sealed record Outcome(Literal? Result, Failure? Failure, long Steps);

/// <summary>A failed operation: what, where, and the calls that led there, the innermost first.</summary>
internal sealed record Failure(MirFault Fault, string Message, EquatableArray<FailureFrame> Frames);

/// <summary>A call: the method with its arguments, and where in it the next call, or the failure, is.</summary>
internal sealed record FailureFrame(string Method, string Display, MirSpan Span);

/// <summary>A result as plain values.</summary>
internal abstract record Literal(MirType Type);

internal sealed record ScalarLiteral(MirType Type, long Bits, object? Object) : Literal(Type);

internal sealed record ScalarsLiteral(MirType Type, EquatableArray<long> Items) : Literal(Type);

internal sealed record ItemsLiteral(MirType Type, EquatableArray<Literal> Items) : Literal(Type);

/// <summary>A struct's or object's fields.</summary>
internal sealed record FieldsLiteral(MirType Type, MirDefinition Definition, EquatableArray<Literal> Fields) : Literal(Type);
