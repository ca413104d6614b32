using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    private static void OfType(SyntaxNodeAnalysisContext context, ConstUses uses)
    {
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is INamedTypeSymbol type && ConstSymbols.IsOurs(type.OriginalDefinition))
        {
            ConstWriting.Check(type, context);
        }

        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is INamedTypeSymbol named && ConstSymbols.Concerns(named))
        {
            uses.Add(new ConstUse(named, null, context.Node.GetLocation()), context.ContainingSymbol, context.ReportDiagnostic);
        }
    }

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
