using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>A method's MIR, where its promise is broken, and the declaration its positions are relative to.</summary>
internal sealed record LoweredMethod(MirMethod Method, EquatableArray<Problem> Problems, string Origin);
