using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER1002: DangerousGetHandle with nothing that keeps the handle open, outside a documented unsafe context.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnheldRawHandleAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1002";

    private const string Getter = "DangerousGetHandle";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A raw handle that nothing keeps open",
        "'{0}' may be closed, and its number given to another file, while the raw handle is used: borrow it or add a reference, or say in an unsafe context with a SAFETY comment who keeps it open",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A raw handle doesn't keep its owner alive. Pass the SafeHandle itself to the P/Invoke, hold a borrow or a reference, or document why it can't be closed.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public UnheldRawHandleAnalyzer()
        : base(Rule, SyntaxKind.InvocationExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (Receivers.Of(call, Getter) is not { } receiver
            || receiver is ThisExpressionSyntax or BaseExpressionSyntax
            || IsOnlyLookedAt(call)
            || context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type is not { } type)
        {
            return;
        }

        // A borrow that has a name holds the handle itself; one that is dropped in the expression holds it for good, and nobody knows.
        bool isUnheld = types.IsBorrowedHandle(type) ? receiver is InvocationExpressionSyntax : types.IsSafeHandle(type) && !IsHeld(call, receiver, context.SemanticModel);
        if (isUnheld
            && !types.IsTrusted(context.ContainingSymbol?.ContainingType)
            && !IsHandedToAnOwner(call, context, types)
            && !UnsafeContext.IsDocumented(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.GetLocation(), receiver.ToString()));
        }
    }

    /// <summary>Compared, printed or hashed: harmless.</summary>
    private static bool IsOnlyLookedAt(InvocationExpressionSyntax call)
    {
        SyntaxNode? parent = call.Parent;
        while (parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            parent = parent.Parent;
        }

        return parent is InterpolationSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax
            || Uses.IsComparison(parent)
            || (parent is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText is "ToString" or "GetHashCode" or "Equals" or "CompareTo");
    }

    /// <summary>A second owner: that is FER1007.</summary>
    private static bool IsHandedToAnOwner(InvocationExpressionSyntax call, SyntaxNodeAnalysisContext context, KnownTypes types) =>
        call.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax creation }
        && HandleCreations.RawHandle(creation, context.SemanticModel, types, context.CancellationToken) == call
        && HandleCreations.Owns(creation, context.SemanticModel, context.CancellationToken);

    /// <summary>By a reference, a borrow, a <c>using</c> of the owner in this member, or a KeepAlive after the use.</summary>
    private static bool IsHeld(InvocationExpressionSyntax call, ExpressionSyntax receiver, SemanticModel model)
    {
        SyntaxNode member = Scopes.Member(call);
        ExpressionSyntax root = Receivers.Root(receiver);
        return Receivers.Calls(member, "DangerousAddRef", receiver).Any(other => other.SpanStart < call.SpanStart)
            || Receivers.Calls(member, "Borrow", receiver).Concat(Receivers.Calls(member, "Borrow", root)).Any(other => other.SpanStart < call.SpanStart && IsUsing(other))
            || IsKeptAlive(member, call, root)
            || IsUsingLocal(root, model);
    }

    private static bool IsUsing(InvocationExpressionSyntax borrow) => borrow.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Parent switch
    {
        LocalDeclarationStatementSyntax local => local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword),
        UsingStatementSyntax => true,
        _ => false,
    };

    private static bool IsKeptAlive(SyntaxNode member, InvocationExpressionSyntax call, ExpressionSyntax root) =>
        member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other =>
            other.SpanStart > call.SpanStart
            && other is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "KeepAlive" }, ArgumentList.Arguments.Count: 1 }
            && Receivers.Same(Receivers.Root(other.ArgumentList.Arguments[0].Expression), root))
        || call.Ancestors().Any(static node => node is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 2 }
            and ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "HandleRef" } });

    private static bool IsUsingLocal(ExpressionSyntax root, SemanticModel model) =>
        model.GetSymbolInfo(root).Symbol is ILocalSymbol { IsUsing: true } or ILocalSymbol { IsForEach: true };
}
