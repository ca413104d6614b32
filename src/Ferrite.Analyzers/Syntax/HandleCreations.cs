using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>What makes an owner of a raw handle: <c>new SafeFileHandle(fd, true)</c>, <c>new FileStream(fd, …)</c>, <c>OwnedHandle.DangerousOwn(fd)</c>.</summary>
internal static class HandleCreations
{
    private const string Own = "DangerousOwn";

    /// <summary>The argument that is the raw handle. Null for what makes something else.</summary>
    internal static ExpressionSyntax? RawHandle(ExpressionSyntax creation, SemanticModel model, KnownTypes types, CancellationToken cancellation)
    {
        if (Arguments(creation) is not { Count: > 0 } arguments
            || model.GetSymbolInfo(creation, cancellation).Symbol is not IMethodSymbol { Parameters.Length: > 0 } maker
            || maker.Parameters[0].Type.SpecialType is not (SpecialType.System_IntPtr or SpecialType.System_Int32 or SpecialType.System_Int64)
            || !(types.IsSafeHandle(maker.ContainingType) || SymbolEqualityComparer.Default.Equals(maker.ContainingType, types.FileStream)))
        {
            return null;
        }

        return Argument(arguments, maker.Parameters[0]);
    }

    /// <summary>Whether the new owner certainly closes the handle. False where a constructor doesn't say.</summary>
    internal static bool Owns(ExpressionSyntax creation, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(creation, cancellation).Symbol is not IMethodSymbol maker)
        {
            return false;
        }

        IParameterSymbol? owns = maker.Parameters.FirstOrDefault(static parameter => parameter.Name is "ownsHandle" && parameter.Type.SpecialType is SpecialType.System_Boolean);
        return owns is null
            ? maker is { ContainingType.Name: "FileStream" } or { Name: Own, ContainingType.Name: "OwnedHandle" }
            : Arguments(creation) is { } arguments && Argument(arguments, owns) is { } argument && model.GetConstantValue(argument, cancellation).Value is true;
    }

    /// <summary>By syntax alone: a constructor's, or those of what is called as <see cref="Own"/> is.</summary>
    private static SeparatedSyntaxList<ArgumentSyntax>? Arguments(ExpressionSyntax creation) => creation switch
    {
        BaseObjectCreationExpressionSyntax made => made.ArgumentList?.Arguments,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Own } or IdentifierNameSyntax { Identifier.ValueText: Own } } call => call.ArgumentList.Arguments,
        _ => null,
    };

    private static ExpressionSyntax? Argument(SeparatedSyntaxList<ArgumentSyntax> arguments, IParameterSymbol parameter)
    {
        foreach (ArgumentSyntax argument in arguments)
        {
            if (string.Equals(argument.NameColon?.Name.Identifier.ValueText, parameter.Name, StringComparison.Ordinal))
            {
                return argument.Expression;
            }
        }

        return parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal].Expression : null;
    }
}
