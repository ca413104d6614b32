using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Tests.Kit;

/// <summary>Compiles examples as a user's project would: implicit usings, nullable, the LibraryImport generator, Ferrite's own packages.</summary>
internal static class Compiler
{
    internal const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    internal static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    internal static ImmutableArray<MetadataReference> Framework { get; } = References(static path => !IsFerrite(path));

    internal static ImmutableArray<MetadataReference> All { get; } = References(static path => Path.GetFileName(path) is "Ferrite.Mapping.dll" or "Ferrite.Handles.dll" || !IsFerrite(path));

    private static ImmutableArray<ISourceGenerator> Generators { get; } = LoadGenerators();

    /// <summary>Parsed, bound, generated; not checked for errors.</summary>
    internal static Compilation Compile(IReadOnlyList<string> sources, ImmutableArray<MetadataReference>? references = null)
    {
        SyntaxTree[] trees = [.. sources.Prepend(ImplicitUsings).Select(static (source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{index}.cs"))];
        var compilation = CSharpCompilation.Create("Example", trees, references ?? All, Options(trees));
        CSharpGeneratorDriver.Create(Generators, parseOptions: ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated;
    }

    internal static CSharpCompilationOptions Options(IEnumerable<SyntaxTree> trees) => new(
        trees.Any(static tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);

    internal static void AssertCompiles(Compilation compilation)
    {
        IEnumerable<Diagnostic> errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors) + "\n" + string.Join("\n----\n", compilation.SyntaxTrees.Skip(1)));
    }

    private static bool IsFerrite(string path) => Path.GetFileName(path).StartsWith("Ferrite.", StringComparison.Ordinal);

    private static ImmutableArray<MetadataReference> References(Func<string, bool> choose) =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(choose).Select(static path => MetadataReference.CreateFromFile(path))];

    private static ImmutableArray<ISourceGenerator> LoadGenerators()
    {
        string pack = typeof(Compiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key is "TargetingPack").Value!;
        string folder = Path.Combine(pack, "analyzers", "dotnet", "cs");
        _ = Assembly.LoadFrom(Path.Combine(folder, "Microsoft.Interop.SourceGeneration.dll"));
        string[] files = ["Microsoft.Interop.LibraryImportGenerator.dll", "Microsoft.Interop.ComInterfaceGenerator.dll"];
        return [.. files
            .SelectMany(name => Assembly.LoadFrom(Path.Combine(folder, name)).GetTypes())
            .Where(static type => type.GetCustomAttribute<GeneratorAttribute>() is not null && typeof(IIncrementalGenerator).IsAssignableFrom(type))
            .Select(static type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator())];
    }
}
