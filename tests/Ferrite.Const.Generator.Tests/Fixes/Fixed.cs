using System.Collections.Immutable;
using Ferrite.Const.CodeFixes;
using Ferrite.Const.Generator.Literals;
using Ferrite.Const.Generator.Rules.Closed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Tests.Fixes;

/// <summary>A file in an editor, whose literals are generated as it is edited.</summary>
internal sealed class Fixed : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _document;
    private Solution _solution;

    internal Fixed(string source)
    {
        CSharpCompilation compilation = Lab.Compile();
        var project = ProjectId.CreateNewId();
        _document = DocumentId.CreateNewId(project);
        _solution = _workspace.CurrentSolution.AddProject(project, "Lab", "Lab", LanguageNames.CSharp)
            .WithProjectMetadataReferences(project, compilation.References)
            .WithProjectParseOptions(project, Lab.Parsing)
            .WithProjectCompilationOptions(project, compilation.Options)
            .AddDocument(_document, "File.cs", SourceText.From(source), filePath: "File.cs");
    }

    private Document Document => _solution.GetDocument(_document)!;

    internal string Text => Document.GetTextAsync().GetAwaiter().GetResult().ToString();

    /// <summary>The compiler's errors and the rules' findings, with what is generated.</summary>
    internal async Task<ImmutableArray<Diagnostic>> FindAsync()
    {
        Compilation compilation = (await Document.Project.GetCompilationAsync())!;
        CSharpGeneratorDriver.Create([new LiteralGenerator().AsSourceGenerator()], parseOptions: Lab.Parsing).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        ImmutableArray<Diagnostic> analyzed = await output.WithAnalyzers([new ClosedConstAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), .. analyzed.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Applies the fix of the first finding; false where none is offered.</summary>
    internal async Task<bool> FixFirstAsync() => await ActionAsync((await FindAsync())[0]) is { } action && await ApplyAsync(action);

    /// <summary>Applies the fix of all.</summary>
    internal async Task FixAllAsync()
    {
        ImmutableArray<Diagnostic> found = await FindAsync();
        CodeAction first = (await ActionAsync(found[0]))!;
        var provider = new ClosedExpressionFix();
        var context = new FixAllContext(Document, provider, FixAllScope.Document, first.EquivalenceKey!, provider.FixableDiagnosticIds, new Found(found), CancellationToken.None);
        await ApplyAsync((await provider.GetFixAllProvider().GetFixAsync(context))!);
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<CodeAction?> ActionAsync(Diagnostic diagnostic)
    {
        CodeAction? action = null;
        await new ClosedExpressionFix().RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (offered, _) => action = offered, CancellationToken.None));
        return action;
    }

    private async Task<bool> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        _solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return true;
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
