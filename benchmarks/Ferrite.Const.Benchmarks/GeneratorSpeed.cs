using Ferrite.Const.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Benchmarks;

/// <summary>The generator on 500 files with 200 constants: cold, and after edits that have nothing to do with them.</summary>
internal static class GeneratorSpeed
{
    internal static void Run()
    {
        CSharpCompilation compilation = Sources.Compile(Sources.Project());
        _ = compilation.GetDiagnostics();
        GeneratorDriver driver = null!;
        int runs = 0;
        Measure.Print($"generator, first in the process: {Measure.Best(1, Cold):N0} ms");
        Measure.Print($"generator, cold: {Measure.Best(3, Cold):N0} ms");
        Edited("an unrelated edit", 300, i => Sources.Ordinary(300).Replace("list.Count +", $"list.Count + {i} +", StringComparison.Ordinal));
        Edited("a comment", 300, i => Sources.Ordinary(300) + "// " + i);
        Edited("a comment above constants", 10, i => $"// {i}\n" + compilation.SyntaxTrees[10]);
        Edited("an edit of one constant", 10, i => compilation.SyntaxTrees[10].ToString().Replace("uint sum = 10;", $"uint sum = {i};", StringComparison.Ordinal));
        Edited("a declaration", 300, i => Sources.Ordinary(300).Replace("private int _field", $"private int _added{i}; private int _field", StringComparison.Ordinal));

        // Another project, of which nothing is known yet.
        void Cold()
        {
            compilation = compilation.WithAssemblyName("Cold" + ++runs);
            driver = CSharpGeneratorDriver.Create([new ConstEvalGenerator().AsSourceGenerator()], parseOptions: Sources.Parsing, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)).RunGenerators(compilation);
        }

        void Edited(string what, int file, Func<int, string> edit)
        {
            double best = double.MaxValue;
            int evaluated = 0;
            for (int i = 0; i < 12; i++)
            {
                SyntaxTree tree = compilation.SyntaxTrees[file];
                Compilation changed = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edit(++runs), Sources.Parsing, path: tree.FilePath));
                GeneratorDriver after = driver;
                best = Math.Min(best, Measure.Best(1, () => after = driver.RunGenerators(changed)));
                evaluated += after.GetRunResult().Results[0].TrackedSteps[ConstEvalGenerator.EvaluationStep].SelectMany(static run => run.Outputs).Count(static output => output.Reason != IncrementalStepRunReason.Cached);
                driver = after;
            }

            Measure.Print($"generator, {what}: {best:N0} ms, {evaluated} evaluated");
        }
    }
}
