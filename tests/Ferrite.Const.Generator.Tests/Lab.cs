using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Lowering;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests;

/// <summary>Compiles sources, and evaluates methods of them.</summary>
internal static class Lab
{
    private static readonly MetadataReference[] References = CreateReferences();

    internal static CSharpParseOptions Parsing { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    internal static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Lab" + Guid.NewGuid().ToString("N"),
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing, path: $"File{i}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    internal static LoweringContext Context(CSharpCompilation compilation) => new(compilation, new Dictionary<string, string>(StringComparer.Ordinal), CancellationToken.None);

    internal static IMethodSymbol Method(CSharpCompilation compilation, string type, string name) =>
        compilation.GetTypeByMetadataName(type)!.GetMembers(name).OfType<IMethodSymbol>().Single();

    internal static MirProgram Lower(CSharpCompilation compilation, string type, string name)
    {
        LoweringContext context = Context(compilation);
        return context.Program(context.Lower(Method(compilation, type, name)).Method.Key);
    }

    internal static Outcome Evaluate(CSharpCompilation compilation, string type, string name, Limits? limits = null) =>
        Machine.Evaluate(Lower(compilation, type, name), limits ?? Limits.Default, CancellationToken.None);

    /// <summary>Evaluates <c>Run</c> of a class <c>P</c> whose members are given.</summary>
    internal static Outcome Evaluate(string members, Limits? limits = null) => Evaluate(Compile(Wrap(members)), "P", "Run", limits);

    internal static string Wrap(string members, string name = "P") =>
        $"using System; using System.Linq; using System.Numerics; using System.Text; using Ferrite.Const;\n[ConstFn] public static partial class {name} {{\n{members}\n}}";

    private static MetadataReference[] CreateReferences()
    {
        string[] assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. assemblies.Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(ConstFnAttribute).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
