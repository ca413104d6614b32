using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>A constant with its outcome; none where it was declared wrong.</summary>
internal sealed record EvaluatedConstant(ConstantDeclaration Declaration, MirType Type, string? Method, Outcome? Outcome)
{
    public static EvaluatedConstant Of(LoweredConstant constant, Limits limits, CancellationToken cancellation)
    {
        if (constant.Program is not { } program) return new EvaluatedConstant(constant.Declaration, constant.Type, null, null);
        string method = program.Methods[0].Key;
        try
        {
            return new EvaluatedConstant(constant.Declaration, constant.Type, method, Machine.Evaluate(program, limits, cancellation));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The compiler goes on, and the user is told what to report.
            string message = HasErrors(program) ? "code with errors can't be evaluated" : $"the evaluator failed: {e.GetType().Name}: {e.Message}";
            var failure = new Failure(MirFault.Unsupported, message, EquatableArray<FailureFrame>.Empty);
            return new EvaluatedConstant(constant.Declaration, constant.Type, method, new Outcome(null, failure, 0));
        }
    }

    /// <summary>Whether there are values of types that don't exist.</summary>
    private static bool HasErrors(MirProgram program) => program.Methods.Items.Any(static method => IsUnknown(method.Returns) || method.Locals.Items.Any(static local => IsUnknown(local.Type)));

    private static bool IsUnknown(MirType? type) => type is not null && (type.Kind == MirKind.Unknown || IsUnknown(type.Element));
}
