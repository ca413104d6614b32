using System.Collections.Immutable;
using Ferrite.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Analyzers.Tests.Kit;

/// <summary>Applies code fixes as an editor would.</summary>
internal static class Fix
{
    internal static IReadOnlyList<CodeFixProvider> All { get; } =
        [.. typeof(LeakedReferenceFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    /// <summary>The fix of the first diagnostic makes of the source what is expected; that compiles and is quiet.</summary>
    internal static void Makes(string id, string source, string expected, params string[] others)
    {
        string[] changed = Apply(id, source, others) ?? throw new InvalidOperationException("No fix was offered.");
        Assert.Equal(expected.ReplaceLineEndings("\n"), changed[0].ReplaceLineEndings("\n"));
        AssertFixed(changed);
    }

    internal static void AssertFixed(string[] sources)
    {
        Compilation compilation = Compiler.Compile(sources);
        Compiler.AssertCompiles(compilation);
        ImmutableArray<Diagnostic> found = AllRules.Run(compilation);
        Assert.True(found.IsEmpty, Check.Describe(found));
    }

    /// <summary>The documents after the fix of the first diagnostic with that id. Null where none is offered.</summary>
    internal static string[]? Apply(string id, string source, params string[] others) => Apply(id, source, Compiler.All, others);

    internal static string[]? Apply(string id, string source, ImmutableArray<MetadataReference> references, params string[] others)
    {
        using var workspace = new AdhocWorkspace();
        Solution solution = workspace.CurrentSolution;
        var project = ProjectId.CreateNewId();
        solution = solution.AddProject(project, "Example", "Example", LanguageNames.CSharp)
            .WithProjectMetadataReferences(project, references)
            .WithProjectParseOptions(project, Compiler.ParseOptions)
            .WithProjectCompilationOptions(project, Compiler.Options([]));
        DocumentId[] documents = [.. others.Prepend(source).Append(Compiler.ImplicitUsings).Select((text, index) =>
        {
            var document = DocumentId.CreateNewId(project);
            solution = solution.AddDocument(document, $"File{index}.cs", SourceText.From(text), filePath: $"File{index}.cs");
            return document;
        })];

        Compilation compilation = solution.GetProject(project)!.GetCompilationAsync().GetAwaiter().GetResult()!;
        Diagnostic diagnostic = AllRules.Run(compilation).First(diagnostic => string.Equals(diagnostic.Id, id, StringComparison.Ordinal));
        Document found = solution.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        foreach (CodeFixProvider provider in All.Where(provider => provider.FixableDiagnosticIds.Contains(id, StringComparer.Ordinal)))
        {
            provider.RegisterCodeFixesAsync(new CodeFixContext(found, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        }

        if (actions.Count == 0)
        {
            return null;
        }

        ApplyChangesOperation apply = actions[0].GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>().Single();
        return [.. documents.SkipLast(1).Select(document => apply.ChangedSolution.GetDocument(document)!.GetTextAsync().GetAwaiter().GetResult().ToString())];
    }
}
