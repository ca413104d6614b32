using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>
/// Evaluates every closed instantiation of what has const parameters, as Rust does after monomorphization: where it is written, and, at the end,
/// where it comes about through others. Not the generator's, for it has to see what is generated.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedConstAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ConstRules.LiteralRange, ConstRules.LiteralType, ConstRules.OpenType, ConstRules.ClosedExpression, ConstRules.Unify, ConstRules.Evaluation];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // In Ferrite.Const itself everything is open, and what it may do with its own types is its business.
        if (context.Compilation.GetTypeByMetadataName("Ferrite.Const.IConst") is not { } type
            || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly))
        {
            return;
        }

        var uses = new ConstUses();
        context.RegisterSyntaxNodeAction(node => OfType(node, uses), SyntaxKind.GenericName);
        context.RegisterOperationAction(
            operation => OfOperation(operation, uses),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.MethodReference);
        context.RegisterCompilationEndAction(uses.ReportThroughOthers);
    }

    /// <summary>A name with all the names that are its arguments: to ask the model for each of them would bind the inner ones over and over.</summary>
    private static void OfType(SyntaxNodeAnalysisContext context, ConstUses uses)
    {
        var node = (GenericNameSyntax)context.Node;
        if (!IsArgument(node)) OfType(node, context.SemanticModel.GetSymbolInfo(node, context.CancellationToken).Symbol, null, context, uses);
    }

    private static void OfType(GenericNameSyntax node, ISymbol? symbol, ISymbol? outer, SyntaxNodeAnalysisContext context, ConstUses uses)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (symbol is INamedTypeSymbol type)
        {
            if (ConstSymbols.IsOurs(type.OriginalDefinition)) ConstWriting.Check(type, node, outer as INamedTypeSymbol, context.ReportDiagnostic);
            if (ConstSymbols.Concerns(type)) uses.Add(new ConstUse(type, null, node.GetLocation()), context.ContainingSymbol, context.ReportDiagnostic);
        }

        SeparatedSyntaxList<TypeSyntax> written = node.TypeArgumentList.Arguments;
        ImmutableArray<ITypeSymbol> arguments = symbol switch
        {
            INamedTypeSymbol named => named.TypeArguments,
            IMethodSymbol method => method.TypeArguments,
            _ => [],
        };
        for (int i = 0; i < written.Count; i++)
        {
            if (written[i] is not GenericNameSyntax inner) continue;
            ISymbol? known = arguments.Length == written.Count ? arguments[i] : context.SemanticModel.GetSymbolInfo(inner, context.CancellationToken).Symbol;
            OfType(inner, known, symbol, context, uses);
        }
    }

    private static bool IsArgument(GenericNameSyntax node) => node.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax };

    private static void OfOperation(OperationAnalysisContext context, ConstUses uses)
    {
        (IMethodSymbol? method, ITypeSymbol? constrained) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.ConstrainedToType),
            IObjectCreationOperation creation => (creation.Constructor, null),
            IPropertyReferenceOperation property => (property.Property.GetMethod ?? property.Property.SetMethod, property.ConstrainedToType),
            IMethodReferenceOperation reference => (reference.Method, reference.ConstrainedToType),
            _ => (null, null),
        };
        if (method is null)
        {
            return;
        }

        Location location = context.Operation.Syntax.GetLocation();
        if (constrained is not null && ConstSymbols.IsOurs(method.ContainingType) && string.Equals(method.ContainingType.Name, "IConst", StringComparison.Ordinal))
        {
            ITypeSymbol type = method.TypeArguments.Length == 1 ? method.TypeArguments[0] : method.ContainingType.TypeArguments.FirstOrDefault() ?? method.ReturnType;
            uses.Add(new ConstUse(type, constrained, location), context.ContainingSymbol, context.ReportDiagnostic);
        }
        else if (ConstSymbols.Concerns(method) || ConstSymbols.IsOurs(method.ContainingType))
        {
            uses.Add(new ConstUse(method, null, location), context.ContainingSymbol, context.ReportDiagnostic);
        }
    }
}
