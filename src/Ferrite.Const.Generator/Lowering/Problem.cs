using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>What keeps an operation from being evaluated.</summary>
internal sealed record Problem(string Message, MirSpan Span);
