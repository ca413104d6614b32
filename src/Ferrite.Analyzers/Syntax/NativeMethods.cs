using Microsoft.CodeAnalysis;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Methods whose code is not .NET's.</summary>
internal static class NativeMethods
{
    internal static bool IsNative(IMethodSymbol method) => method.IsExtern || Import(method) is not null;

    /// <summary>The library and the entry point's name that a declaration states. Null for other methods.</summary>
    internal static (string Library, string EntryPoint)? Import(IMethodSymbol method)
    {
        if (method.GetDllImportData() is { } import)
        {
            return (import.ModuleName ?? "", import.EntryPointName ?? method.Name);
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "LibraryImportAttribute", ContainingNamespace.Name: "InteropServices" })
            {
                string library = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
                object? entryPoint = attribute.NamedArguments.FirstOrDefault(static argument => string.Equals(argument.Key, "EntryPoint", StringComparison.Ordinal)).Value.Value;
                return (library, entryPoint as string ?? method.Name);
            }
        }

        return null;
    }
}
