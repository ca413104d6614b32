using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Inference;

namespace Ferrite.SdkFloor.Packages;

/// <summary>What a package says of its floor, or what was inferred where it says nothing.</summary>
internal sealed record PackageReading(PackageFloor? Declared, InferredFloor? Inferred);
