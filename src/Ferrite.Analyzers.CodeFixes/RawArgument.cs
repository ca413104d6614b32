using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>An argument <c>(int)owner.DangerousGetHandle()</c>.</summary>
internal sealed class RawArgument
{
    private RawArgument(DocumentId document, ExpressionSyntax expression, ExpressionSyntax owner, ITypeSymbol type)
    {
        Document = document;
        Expression = expression;
        Owner = owner;
        Type = type;
    }

    internal DocumentId Document { get; }

    internal ExpressionSyntax Expression { get; }

    internal ExpressionSyntax Owner { get; }

    internal ITypeSymbol Type { get; }

    /// <summary>The argument at a place of a call; null where it is something else.</summary>
    internal static RawArgument? Of(DocumentId document, InvocationExpressionSyntax call, int ordinal, SemanticModel model, CancellationToken cancellation)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (ordinal >= arguments.Count || arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        return RawValues.Strip(arguments[ordinal].Expression, model, cancellation) is InvocationExpressionSyntax getter
            && Receivers.Of(getter, "DangerousGetHandle") is { } owner
            && KnownTypes.Of(model.Compilation) is { } types
            && model.GetTypeInfo(owner, cancellation).Type is { } type
            && types.IsSafeHandle(type)
                ? new RawArgument(document, arguments[ordinal].Expression, owner, type)
                : null;
    }
}
