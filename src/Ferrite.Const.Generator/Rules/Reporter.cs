using System.Text;
using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Emit;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Literals;
using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules;

/// <summary>Turns failures into diagnostics: at the operation that failed, with the calls that led there.</summary>
internal static class Reporter
{
    public static IEnumerable<Diagnostic> Report(
        IReadOnlyList<EmittedConstant> failed, EquatableArray<BrokenPromise> promises, EquatableArray<MethodPosition> positions, Limits limits)
    {
        var at = positions.Items.ToDictionary(static position => position.Key, StringComparer.Ordinal);
        foreach (BrokenPromise promise in promises.Items)
        {
            yield return Diagnostic.Create(EvaluationRules.Promise, Locate(at, promise.Method, promise.Span), promise.Display, promise.Message);
        }

        foreach (EmittedConstant constant in failed)
        {
            if (Report(constant, at, limits) is { } diagnostic) yield return diagnostic;
        }
    }

    private static Diagnostic? Report(EmittedConstant emitted, Dictionary<string, MethodPosition> at, Limits limits)
    {
        ConstantDeclaration declaration = emitted.Constant.Declaration;
        if (declaration is { IsLiteral: true, Mistake: { } wrong }) return Diagnostic.Create(NamedLiteral.Mistake(declaration.Name) is null ? ConstRules.LiteralTaken : ConstRules.LiteralName, Locate(at, declaration.Id, default), wrong);
        if (declaration.Mistake is { } mistake) return Diagnostic.Create(EvaluationRules.Declaration, Locate(at, declaration.Id, default), declaration.MethodName, mistake);
        string method = emitted.Constant.Method!;
        if (declaration.IsLiteral && emitted.Problem is { } what) return Diagnostic.Create(ConstRules.LiteralType, Locate(at, method, default), what);
        if (emitted.Problem is { } problem) return Diagnostic.Create(EvaluationRules.Result, Locate(at, method, default), declaration.Name, declaration.MethodName, problem);
        if (emitted.Constant.Outcome?.Failure is not { } failure) return null;
        Location location = failure.Frames.Count > 0 ? Locate(at, failure.Frames[0].Method, failure.Frames[0].Span) : Locate(at, method, default);
        IEnumerable<Location> chain = failure.Frames.Items.Skip(1).Select(frame => Locate(at, frame.Method, frame.Span));
        string calls = Chain(failure, at);
        switch (failure.Fault)
        {
            // Told where the promise is broken, whoever made it.
            case MirFault.Unsupported when failure.Frames.Count > 0 && failure.Message.EndsWith("can't be evaluated", StringComparison.Ordinal):
                return null;
            case MirFault.Steps or MirFault.Depth or MirFault.Bytes:
                string option = failure.Fault switch { MirFault.Steps => Options.Steps, MirFault.Depth => Options.Depth, _ => Options.Bytes };
                return Diagnostic.Create(EvaluationRules.Limit, location, chain, declaration.Name, failure.Message, calls, option);
            case MirFault.Cycle:
                return Diagnostic.Create(EvaluationRules.Cycle, location, chain, declaration.Name, failure.Message);
            default:
                return Diagnostic.Create(EvaluationRules.Failed, location, chain, declaration.Name, failure.Message, calls);
        }
    }

    /// <summary>The calls, the failing one first, with their arguments and lines.</summary>
    private static string Chain(Failure failure, Dictionary<string, MethodPosition> at)
    {
        if (failure.Frames.Count < 2) return "";
        var text = new StringBuilder();
        for (int i = 0; i < failure.Frames.Count; i++)
        {
            FailureFrame frame = failure.Frames[i];
            text.Append(i == 0 ? ", in " : ", called by ").Append(frame.Display);
            if (i > 0 && at.TryGetValue(frame.Method, out MethodPosition? position)) text.Append(" in line ").Append(position.Locate(frame.Span).GetLineSpan().StartLinePosition.Line + 1);
        }

        return text.ToString();
    }

    private static Location Locate(Dictionary<string, MethodPosition> at, string method, MirSpan span)
    {
        return at.TryGetValue(method, out MethodPosition? position) ? position.Locate(span) : Location.None;
    }
}
