using System.Collections.Immutable;
using Ferrite.Const.Generator.Emit;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;
using Ferrite.Const.Generator.Rules;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator;

/// <summary>
/// Computes [ConstEval] constants, in stages: lowering to MIR, which edits that may concern it run again; evaluation, only of MIR that changed; emission,
/// only of results that did. Between them are values: no symbol, no syntax, no compilation.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConstEvalGenerator : IIncrementalGenerator
{
    internal const string LimitsStep = "ConstLimits";
    internal const string LoweringStep = "ConstLowering";
    internal const string MirStep = "ConstMir";
    internal const string EvaluationStep = "ConstEvaluation";
    internal const string EmitStep = "ConstEmit";
    internal const string FailuresStep = "ConstFailures";
    internal const string PromisesStep = "ConstPromises";
    internal const string PositionsStep = "ConstPositions";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<Limits> limits = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => Options.Read(options)).WithTrackingName(LimitsStep);

        IncrementalValueProvider<LoweringResult> lowered = context.CompilationProvider.Select(static (compilation, cancellation) => LoweringCache.Lower(compilation, cancellation)).WithTrackingName(LoweringStep);
        IncrementalValuesProvider<EvaluatedConstant> evaluated = lowered
            .SelectMany(static (result, _) => result.Constants.Items).WithTrackingName(MirStep)
            .Combine(limits)
            .Select(static (input, cancellation) => EvaluatedConstant.Of(input.Left, input.Right, cancellation)).WithTrackingName(EvaluationStep);
        IncrementalValuesProvider<EmittedConstant> emitted = evaluated.Select(static (constant, _) => ConstantWriter.Write(constant)).WithTrackingName(EmitStep);
        IncrementalValueProvider<EquatableArray<MethodPosition>> positions = lowered.Select(static (result, _) => result.Positions).WithTrackingName(PositionsStep);
        IncrementalValueProvider<EquatableArray<BrokenPromise>> promises = lowered.Select(static (result, _) => result.Promises).WithTrackingName(PromisesStep);
        IncrementalValueProvider<ImmutableArray<EmittedConstant>> failures = emitted.Where(static constant => constant.Source is null).Collect().WithTrackingName(FailuresStep);

        context.RegisterSourceOutput(emitted, static (output, constant) =>
        {
            if (constant.Source is { } source) output.AddSource(constant.Constant.Declaration.HintName, source);
        });
        context.RegisterSourceOutput(failures.Combine(promises).Combine(positions).Combine(limits), static (output, input) =>
        {
            (((ImmutableArray<EmittedConstant> failed, EquatableArray<BrokenPromise> broken), EquatableArray<MethodPosition> at), Limits reached) = input;
            if (failed.Length == 0 && broken.Count == 0) return;
            foreach (Diagnostic diagnostic in Reporter.Report(failed, broken, at, reached)) output.ReportDiagnostic(diagnostic);
        });
    }
}
