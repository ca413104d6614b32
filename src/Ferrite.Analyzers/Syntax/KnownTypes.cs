using Microsoft.CodeAnalysis;

namespace Ferrite.Analyzers.Syntax;

/// <summary>The types that the rules of handles speak of, looked up once a compilation. Those of Ferrite are null where it isn't referenced.</summary>
internal sealed class KnownTypes
{
    private KnownTypes(Compilation compilation, INamedTypeSymbol safeHandle)
    {
        SafeHandle = safeHandle;
        FileStream = compilation.GetTypeByMetadataName("System.IO.FileStream");
        BorrowedHandle = compilation.GetTypeByMetadataName("Ferrite.Handles.BorrowedHandle`1");
    }

    internal INamedTypeSymbol SafeHandle { get; }

    internal INamedTypeSymbol? FileStream { get; }

    internal INamedTypeSymbol? BorrowedHandle { get; }

    /// <summary>Null where there is not even a SafeHandle.</summary>
    internal static KnownTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Runtime.InteropServices.SafeHandle") is { } safeHandle ? new(compilation, safeHandle) : null;

    internal bool IsSafeHandle(ITypeSymbol? type)
    {
        for (; type is not null; type = type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.FirstOrDefault() : type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, SafeHandle))
            {
                return true;
            }
        }

        return false;
    }

    internal bool IsBorrowedHandle(ITypeSymbol? type) =>
        BorrowedHandle is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, BorrowedHandle);

    /// <summary>A type that is trusted with its own raw handle, or a marshaller, which is handed one by native code.</summary>
    internal bool IsTrusted(INamedTypeSymbol? type) => Scopes.WithContaining(type).Any(type => IsSafeHandle(type)
        || type.GetAttributes().Any(static attribute => string.Equals(attribute.AttributeClass?.Name, "CustomMarshallerAttribute", StringComparison.Ordinal)));
}
