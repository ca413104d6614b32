using Ferrite.Const.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Benchmarks;

internal static class LoweringSpeed
{
    internal static void Run()
    {
        int methods = 0;
        string[] sources = Sources.Project();
        CSharpCompilation warm = Sources.Compile(sources);
        double milliseconds = Measure.Best(6, () =>
        {
            // A new compilation each time: nothing is bound yet, as after an edit.
            CSharpCompilation compilation = warm.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Added { }", Sources.Parsing));
            var context = new LoweringContext(compilation, new Dictionary<string, string>(StringComparer.Ordinal), CancellationToken.None);
            for (int i = 0; i < 50; i++)
            {
                foreach (IMethodSymbol method in compilation.GetTypeByMetadataName("App.K" + i)!.GetMembers().OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary)) context.Lower(method);
            }

            methods = context.Methods.Count;
        });
        Measure.Print($"lowering: {methods} methods in {milliseconds:N0} ms, {milliseconds / methods:N2} ms a method");
    }
}
