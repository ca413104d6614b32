using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>A fault of the code that is evaluated.</summary>
internal sealed class EvaluationException : Exception
{
    public EvaluationException(MirFault fault, string message)
        : base(message) => Fault = fault;

    public MirFault Fault { get; }
}
