using Ferrite.Const.Generator.Evaluation;

namespace Ferrite.Const.Generator.Emit;

/// <summary>A constant's source; none where it failed, for the reason in <see cref="Problem"/> or in its outcome.</summary>
internal sealed record EmittedConstant(EvaluatedConstant Constant, string? Source, string? Problem);
