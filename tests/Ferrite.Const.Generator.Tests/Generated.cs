using System.Globalization;
using Ferrite.Const.Generator.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Generator.Tests;

/// <summary>A compilation the generators ran on.</summary>
internal sealed class Generated
{
    private Generated(GeneratorDriver driver, Compilation input, Compilation output)
    {
        Driver = driver;
        Input = input;
        Output = output;
        Result = driver.GetRunResult().Results[0];
    }

    internal GeneratorDriver Driver { get; }

    internal Compilation Input { get; }

    internal Compilation Output { get; }

    /// <summary>Of the generator of constants.</summary>
    internal GeneratorRunResult Result { get; }

    /// <summary>The rules' messages, with their lines: <c>FER3011 (4): …</c></summary>
    internal string[] Messages => [.. Driver.GetRunResult().Diagnostics.Select(static diagnostic =>
        $"{diagnostic.Id} ({diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}): {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")];

    internal string Source => string.Join('\n', Result.GeneratedSources.Select(static source => source.SourceText.ToString()));

    internal string[] Errors => [.. Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];

    internal static Generated From(params string[] sources) => From(Lab.Compile(sources));

    internal static Generated From(Compilation compilation, Dictionary<string, string>? properties = null, CancellationToken cancellation = default) =>
        Run(Create(properties), compilation, cancellation);

    internal Generated With(Compilation compilation) => Run(Driver, compilation);

    /// <summary>Why the outputs of a step are as they are.</summary>
    internal IncrementalStepRunReason[] Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason)] : [];

    private static CSharpGeneratorDriver Create(Dictionary<string, string>? properties) => CSharpGeneratorDriver.Create(
        [new ConstEvalGenerator().AsSourceGenerator(), new LiteralGenerator().AsSourceGenerator()],
        parseOptions: Lab.Parsing,
        optionsProvider: new Properties(properties ?? []),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static Generated Run(GeneratorDriver driver, Compilation compilation, CancellationToken cancellation = default)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, cancellation);
        return new Generated(driver, compilation, output);
    }

    private sealed class Properties(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            properties.TryGetValue(key.Replace("build_property.", "", StringComparison.Ordinal), out value);
    }
}
