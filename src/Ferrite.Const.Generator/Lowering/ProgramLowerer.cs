using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>The first stage: everything of a compilation that is declared to be evaluable, as MIR.</summary>
internal static class ProgramLowerer
{
    public static LoweringResult Lower(Compilation compilation, IReadOnlyList<SyntaxNode> candidates, CancellationToken cancellation, out HashSet<SyntaxTree> used)
    {
        used = [];
        if (candidates.Count == 0) return LoweringResult.Empty;
        used.UnionWith(candidates.Select(static candidate => candidate.SyntaxTree));
        DeclarationSet declarations = DeclarationReader.Read(compilation, candidates, cancellation);
        if (declarations.IsEmpty) return LoweringResult.Empty;
        LoweringContext context = Context(compilation, declarations, cancellation);
        var computing = new List<(ConstantDeclaration Declaration, IMethodSymbol Method)>();
        foreach (ConstantDeclaration declaration in declarations.Constants)
        {
            if (Find(declaration.Id, context.Compilation) is not { } method) continue;
            computing.Add((declaration, method));
            context.AddComputing(method);
        }

        var constants = new List<LoweredConstant>();
        foreach ((ConstantDeclaration declaration, IMethodSymbol method) in computing) constants.Add(Lower(context, declaration, method));
        foreach (LiteralDeclaration literal in declarations.Literals) Lower(context, literal, constants);
        foreach (string function in declarations.Functions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Find(function, context.Compilation) is { DeclaringSyntaxReferences.Length: > 0 } method) context.Lower(method);
        }

        used.UnionWith(context.UsedTrees);
        return new LoweringResult(new EquatableArray<LoweredConstant>([.. constants]), Promises(context), Positions(context, cancellation));
    }

    /// <summary>A named value, where it has to be computed.</summary>
    private static void Lower(LoweringContext context, LiteralDeclaration literal, List<LoweredConstant> constants)
    {
        if (literal.Mistake is not null)
        {
            context.SetOrigin(literal.Key, literal.Attribute, []);
            constants.Add(new LoweredConstant(ConstantDeclaration.Of(literal), MirType.Void, null));
        }
        else if (literal.Type is null && context.LiteralType(literal.Name) is { } type)
        {
            constants.Add(new LoweredConstant(ConstantDeclaration.Of(literal), type, context.Program(literal.Key)));
        }
    }

    private static LoweredConstant Lower(LoweringContext context, ConstantDeclaration declaration, IMethodSymbol method)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (declaration.Mistake is not null)
        {
            context.SetOrigin(declaration.Id, method.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation), []);
            return new LoweredConstant(declaration, MirType.Void, null);
        }

        LoweredMethod lowered = context.Lower(method);
        return new LoweredConstant(declaration, lowered.Method.Returns, context.Program(lowered.Method.Key));
    }

    /// <summary>A compilation in which what is generated can be named, and what computes it.</summary>
    private static LoweringContext Context(Compilation compilation, DeclarationSet declarations, CancellationToken cancellation)
    {
        ConstantDeclaration[] valid = [.. declarations.Constants.Where(static declaration => declaration.Mistake is null)];
        HashSet<string> names = [.. declarations.Trees.SelectMany(tree => TreeComparison.MentionedIn(tree, cancellation))];
        LiteralDeclaration[] literals = [.. declarations.Literals.Where(literal => literal.Mistake is null && (literal.Type is null || names.Contains(literal.Name)))];
        if (compilation.SyntaxTrees.FirstOrDefault()?.Options is CSharpParseOptions options)
        {
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Stubs.Write(valid, literals, names), options, cancellationToken: cancellation));

            // What may be null is nobody's concern here, and finding it out costs a fifth of binding.
            if (compilation.Options is CSharpCompilationOptions { NullableContextOptions: not NullableContextOptions.Disable } nullable) compilation = compilation.WithOptions(nullable.WithNullableContextOptions(NullableContextOptions.Disable));
        }

        var computed = new Dictionary<string, string>(StringComparer.Ordinal);
        var context = new LoweringContext(compilation, computed, cancellation);
        foreach (LiteralDeclaration literal in literals) context.AddLiteral(literal);
        foreach (ConstantDeclaration declaration in valid)
        {
            if (Find(declaration.Id, compilation) is { } method) computed[declaration.Member] = context.KeyOf(method);
        }

        return context;
    }

    private static IMethodSymbol? Find(string id, Compilation compilation) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as IMethodSymbol;

    private static EquatableArray<BrokenPromise> Promises(LoweringContext context)
    {
        var broken = new List<BrokenPromise>();
        foreach (LoweredMethod method in context.Methods.Values)
        {
            foreach (Problem problem in method.Problems.Items) broken.Add(new BrokenPromise(method.Origin, method.Method.Display, problem.Message, problem.Span));
        }

        return new EquatableArray<BrokenPromise>([.. broken.Distinct().OrderBy(static promise => promise.Method, StringComparer.Ordinal).ThenBy(static promise => promise.Span.Number)]);
    }

    private static EquatableArray<MethodPosition> Positions(LoweringContext context, CancellationToken cancellation)
    {
        var positions = new List<MethodPosition>();
        foreach (KeyValuePair<string, (SyntaxNode Declaration, List<TextSpan> Spans)> origin in context.Origins)
        {
            cancellation.ThrowIfCancellationRequested();
            positions.Add(MethodPosition.Of(origin.Key, origin.Value.Declaration, origin.Value.Spans));
        }

        return new EquatableArray<MethodPosition>([.. positions]);
    }
}
