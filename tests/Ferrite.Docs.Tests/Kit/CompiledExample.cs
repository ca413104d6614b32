using System.Globalization;
using Ferrite.Const.Generator;
using Ferrite.Const.Generator.Literals;
using Ferrite.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Docs.Tests.Kit;

/// <summary>An example as a project would compile it: a program where it has statements, a library where not.</summary>
internal sealed class CompiledExample : IDisposable
{
    /// <summary>What the SDK imports for everybody.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name is "netstandard.dll" or "mscorlib.dll" or "Microsoft.Win32.Primitives.dll" or "Ferrite.Mapping.dll" or "Ferrite.Handles.dll" or "Ferrite.Const.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly Compilation _compilation;
    private readonly string _name = $"example-{Guid.NewGuid():N}";

    internal CompiledExample(Example example)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(example.Code, options: Parsing);
        string usings = unit.Externs.ToFullString() + unit.Usings.ToFullString();
        SyntaxTree tree = CSharpSyntaxTree.ParseText($"{usings}{example.Given}\n{example.Code[usings.Length..]}", Parsing, path: $"{example.Page.Path}.cs");
        bool isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        Compilation compilation = CSharpCompilation.Create(
            _name,
            [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing)],
            References,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new LiteralGenerator().AsSourceGenerator(), new ConstEvalGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out _compilation, out var diagnostics);
        Problems = [.. _compilation.GetDiagnostics().Concat(diagnostics).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}")];
    }

    /// <summary>Errors and warnings.</summary>
    internal IReadOnlyList<string> Problems { get; }

    /// <summary>The program, once it is written: beside the tests, where what it refers to is.</summary>
    internal string Assembly => PathOf(".dll");

    internal CompiledExample Write()
    {
        Assert.True(_compilation.Emit(Assembly).Success);
        foreach (string extension in new[] { ".deps.json", ".runtimeconfig.json" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, $"{typeof(CompiledExample).Assembly.GetName().Name}{extension}"), PathOf(extension));
        }

        return this;
    }

    internal ChildProcess Start(params string[] arguments) => Start(new ChildOptions(), arguments);

    internal ChildProcess Start(ChildOptions options, params string[] arguments) => ChildProcess.StartProgram(options, Assembly, arguments);

    public void Dispose()
    {
        foreach (string extension in new[] { ".dll", ".deps.json", ".runtimeconfig.json" })
        {
            File.Delete(PathOf(extension));
        }
    }

    private string PathOf(string extension) => Path.Combine(AppContext.BaseDirectory, _name + extension);
}
