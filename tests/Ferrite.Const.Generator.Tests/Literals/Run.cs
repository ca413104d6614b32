using System.Collections.Immutable;
using Ferrite.Const.Generator.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests.Literals;

/// <summary>The generator of literals over a project of some files.</summary>
internal sealed class Run
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new LiteralGenerator().AsSourceGenerator()],
        parseOptions: Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    internal Run(params string[] sources)
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] references = ["System.Private.CoreLib.dll", "System.Runtime.dll", "netstandard.dll"];
        Compilation = CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Options, $"{i}.cs")),
            [.. references.Select(name => MetadataReference.CreateFromFile(Path.Combine(directory, name))), MetadataReference.CreateFromFile(typeof(IConst).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999));
        Go();
    }

    internal CSharpCompilation Compilation { get; private set; }

    /// <summary>The project with what was generated.</summary>
    internal Compilation Output { get; private set; } = null!;

    internal GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>What the generator says, and what the compiler says of the project with what was generated.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics { get; private set; }

    /// <summary>One file's text is another.</summary>
    internal Run Edit(int file, string source)
    {
        Compilation = Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[file], CSharpSyntaxTree.ParseText(source, Options, $"{file}.cs"));
        Go();
        return this;
    }

    internal IncrementalStepRunReason[] Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    internal string[] Errors() => [.. Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    private void Go()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out Compilation output, out ImmutableArray<Diagnostic> said);
        Output = output;
        Diagnostics = [.. said, .. output.GetDiagnostics()];
    }
}
