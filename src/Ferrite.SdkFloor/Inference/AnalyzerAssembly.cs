using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Ferrite.SdkFloor.Inference;

/// <summary>Looks into an assembly in <c>analyzers/</c>, without loading it.</summary>
internal static class AnalyzerAssembly
{
    private const string CodeAnalysis = "Microsoft.CodeAnalysis";

    /// <summary>
    /// The compiler that the assembly was built against, major and minor, where the compiler would make an analyzer or a generator from one of its types;
    /// null for helpers, code fixes, native libraries and resources.
    /// </summary>
    /// <remarks>
    /// The compiler looks for the attributes <c>DiagnosticAnalyzer</c> and <c>Generator</c>, and refuses an assembly that refers to a newer compiler (CS9057).
    /// </remarks>
    internal static Version? ReferencedRoslyn(Stream stream)
    {
        try
        {
            using var file = new PEReader(stream);
            if (!file.HasMetadata)
            {
                return null;
            }

            MetadataReader metadata = file.GetMetadataReader();
            return metadata.CustomAttributes.Any(handle => IsForCompiler(metadata, metadata.GetCustomAttribute(handle))) ? Highest(metadata) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static Version? Highest(MetadataReader metadata) => metadata.AssemblyReferences
        .Select(metadata.GetAssemblyReference)
        .Where(reference => metadata.StringComparer.Equals(reference.Name, CodeAnalysis)
            || metadata.StringComparer.Equals(reference.Name, CodeAnalysis + ".CSharp")
            || metadata.StringComparer.Equals(reference.Name, CodeAnalysis + ".VisualBasic"))
        .Select(static reference => new Version(reference.Version.Major, reference.Version.Minor))
        .Max();

    private static bool IsForCompiler(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Parent.Kind != HandleKind.TypeDefinition || attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return (metadata.StringComparer.Equals(type.Name, "DiagnosticAnalyzerAttribute")
                && metadata.StringComparer.Equals(type.Namespace, CodeAnalysis + ".Diagnostics"))
            || (metadata.StringComparer.Equals(type.Name, "GeneratorAttribute") && metadata.StringComparer.Equals(type.Namespace, CodeAnalysis));
    }
}
