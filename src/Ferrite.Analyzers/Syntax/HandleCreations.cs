using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Constructor calls that make an owner of a raw handle: <c>new SafeFileHandle(fd, true)</c>, <c>new FileStream(fd, …)</c>.</summary>
internal static class HandleCreations
{
    /// <summary>The argument that is the raw handle. Null for other constructors.</summary>
    internal static ExpressionSyntax? RawHandle(BaseObjectCreationExpressionSyntax creation, SemanticModel model, KnownTypes types, CancellationToken cancellation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: > 0 } arguments }
            || model.GetSymbolInfo(creation, cancellation).Symbol is not IMethodSymbol { Parameters.Length: > 0 } constructor
            || constructor.Parameters[0].Type.SpecialType is not (SpecialType.System_IntPtr or SpecialType.System_Int32 or SpecialType.System_Int64)
            || !(types.IsSafeHandle(constructor.ContainingType) || SymbolEqualityComparer.Default.Equals(constructor.ContainingType, types.FileStream)))
        {
            return null;
        }

        return Argument(arguments, constructor.Parameters[0]);
    }

    /// <summary>Whether the new owner certainly closes the handle. False where a constructor doesn't say.</summary>
    internal static bool Owns(BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(creation, cancellation).Symbol is not IMethodSymbol constructor)
        {
            return false;
        }

        IParameterSymbol? owns = constructor.Parameters.FirstOrDefault(static parameter => parameter.Name is "ownsHandle" && parameter.Type.SpecialType is SpecialType.System_Boolean);
        return owns is null
            ? constructor.ContainingType.Name is "FileStream"
            : Argument(creation.ArgumentList!.Arguments, owns) is { } argument && model.GetConstantValue(argument, cancellation).Value is true;
    }

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
