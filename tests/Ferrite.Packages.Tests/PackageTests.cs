namespace Ferrite.Packages.Tests;

/// <summary>All that need the packages share one packing.</summary>
[CollectionDefinition(nameof(PackageTests))]
public sealed class PackageTests : ICollectionFixture<PackedPackage>;
