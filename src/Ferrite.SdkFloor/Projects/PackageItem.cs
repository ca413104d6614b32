namespace Ferrite.SdkFloor.Projects;

/// <summary>A <c>PackageReference</c> as it was evaluated.</summary>
/// <param name="Id">The package.</param>
/// <param name="Version">What restore is asked for; null where no version is given, or by central management only.</param>
/// <param name="File">The file it stands in.</param>
internal sealed record PackageItem(string Id, string? Version, string File);
