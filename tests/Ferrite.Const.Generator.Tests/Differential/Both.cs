using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Ferrite.Const.Generator.Tests.Differential;

/// <summary>Runs programs both ways: evaluated, and compiled in checked mode and called.</summary>
internal static class Both
{
    /// <summary>The outcomes of <c>Run</c> of each class, evaluated and executed.</summary>
    internal static List<(string Type, string Evaluated, string Executed)> Run(CSharpCompilation compilation, IEnumerable<string> types)
    {
        using var image = new MemoryStream();
        EmitResult emitted = compilation.Emit(image);
        if (!emitted.Success) throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(8).Select(Show)));
        var loaded = new AssemblyLoadContext(null, isCollectible: true);
        image.Position = 0;
        Assembly assembly = loaded.LoadFromStream(image);
        LoweringContext context = Lab.Context(compilation);
        var results = new List<(string, string, string)>();
        foreach (string type in types)
        {
            MirProgram program = context.Program(context.Lower(Lab.Method(compilation, type, "Run")).Method.Key);
            string evaluated;
            try
            {
                Outcome outcome = Machine.Evaluate(program, Limits.Default, CancellationToken.None);
                evaluated = Canonical.Of(outcome);
                if (outcome.Failure is { Fault: MirFault.Unsupported } failure) evaluated += " " + failure.Message;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                evaluated = e.ToString();
            }

            results.Add((type, evaluated, Execute(assembly.GetType(type)!.GetMethod("Run")!)));
        }

        loaded.Unload();
        return results;
    }

    private static string Show(Diagnostic error) => $"{error.GetMessage(CultureInfo.InvariantCulture)}: {error.Location.SourceTree!.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}";

    private static string Execute(MethodInfo method)
    {
        try
        {
            return Canonical.Of(method.Invoke(null, null));
        }
        catch (TargetInvocationException e)
        {
            return Canonical.OfException(e.InnerException!);
        }
    }
}
