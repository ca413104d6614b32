using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER1004: a member that others can call takes a raw handle, and nothing of its signature says that this is dangerous.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawHandleParameterAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A public member that takes a raw handle",
        "'{0}' takes the raw handle '{1}' from anybody: take '{2}', or mark the member unsafe",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Safe code could pass any number. Who takes a raw handle relies on its caller, and that is what 'unsafe' says.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public RawHandleParameterAnalyzer()
        : base(Rule, SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var declaration = (BaseMethodDeclarationSyntax)context.Node;
        if (declaration.ParameterList.Parameters.Count == 0
            || !(declaration.Modifiers.Any(SyntaxKind.PublicKeyword) || declaration.Modifiers.Any(SyntaxKind.ProtectedKeyword) || declaration.Parent is InterfaceDeclarationSyntax)
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || !IsVisibleOutside(method)
            || IsGiven(method)
            || NativeMethods.Import(method) is not null
            || UnsafeContext.Contains(declaration)
            || types.IsTrusted(method.ContainingType))
        {
            return;
        }

        for (int i = 0; i < method.Parameters.Length; i++)
        {
            if (RawHandleNames.OwnerOf(method.Parameters[i]) is { } owner)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, declaration.ParameterList.Parameters[i].GetLocation(), method.Name, method.Parameters[i].Name, owner));
            }
        }
    }

    private static bool IsVisibleOutside(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Its signature is somebody else's.</summary>
    private static bool IsGiven(IMethodSymbol method) => method.IsOverride || method.ExplicitInterfaceImplementations.Length > 0
        || method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
