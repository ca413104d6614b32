namespace Ferrite.SdkFloor.Projects;

/// <summary>An assembly that a project packs below <c>analyzers/</c>; it need not be built yet.</summary>
/// <param name="File">Full path.</param>
/// <param name="Folder">Where it will lie in the package.</param>
internal sealed record PackedAnalyzer(string File, string Folder);
