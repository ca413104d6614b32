using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>What lowering hands on: values only.</summary>
internal sealed record LoweringResult(EquatableArray<LoweredConstant> Constants, EquatableArray<BrokenPromise> Promises, EquatableArray<MethodPosition> Positions)
{
    public static LoweringResult Empty { get; } = new(EquatableArray<LoweredConstant>.Empty, EquatableArray<BrokenPromise>.Empty, EquatableArray<MethodPosition>.Empty);
}

/// <summary>A constant and the program that computes it; none if it is declared wrong.</summary>
internal sealed record LoweredConstant(ConstantDeclaration Declaration, MirType Type, MirProgram? Program);

/// <summary>An operation that a promised function can't keep its promise with.</summary>
internal sealed record BrokenPromise(string Method, string Display, string Message, MirSpan Span);
