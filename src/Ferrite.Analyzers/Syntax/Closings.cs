using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Statements that close something for certain.</summary>
internal static class Closings
{
    /// <summary>What a statement closes, if that is the owner or something that the owner is reached through. Null otherwise.</summary>
    internal static ExpressionSyntax? Closed(StatementSyntax statement, ExpressionSyntax owner) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => ClosedBy(call, owner),
        ExpressionStatementSyntax { Expression: ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax call } } => ClosedBy(call, owner),
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } } => ClosedBy(call, owner),
        UsingStatementSyntax scope => Resource(scope, owner),
        _ => null,
    };

    /// <summary>The same for a <c>using</c> statement over something that exists already, or declares what the owner is.</summary>
    internal static ExpressionSyntax? Resource(UsingStatementSyntax scope, ExpressionSyntax owner) => scope.Expression is { } resource
        ? Prefix(owner, resource)
        : scope.Declaration!.Variables.Any(variable => Receivers.Root(owner) is IdentifierNameSyntax root && string.Equals(root.Identifier.ValueText, variable.Identifier.ValueText, StringComparison.Ordinal))
            ? Receivers.Root(owner)
            : null;

    private static ExpressionSyntax? ClosedBy(InvocationExpressionSyntax call, ExpressionSyntax owner) =>
        (Receivers.Of(call, "Dispose") ?? Receivers.Of(call, "Close") ?? Receivers.Of(call, "DisposeAsync")) is { } closed ? Prefix(owner, closed) : null;

    /// <summary>Disposing <c>stream</c> closes <c>stream.SafeFileHandle</c>.</summary>
    private static ExpressionSyntax? Prefix(ExpressionSyntax owner, ExpressionSyntax closed)
    {
        for (ExpressionSyntax? at = owner; at is not null; at = (at as MemberAccessExpressionSyntax)?.Expression)
        {
            if (Receivers.Same(at, closed))
            {
                return closed;
            }
        }

        return null;
    }
}
