using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>The first SDK of a feature band, and what came with it.</summary>
/// <param name="Sdk">The band's first version.</param>
/// <param name="VisualStudio">Its Visual Studio; null where unknown.</param>
/// <param name="Roslyn">Its compiler, major and minor; null where unknown.</param>
/// <param name="CSharp">Its language; null where unknown.</param>
/// <param name="Shipped">The day or the month; null where unknown.</param>
/// <param name="Sources">Keys of <see cref="SdkTables.Sources"/>.</param>
internal sealed record BandRow(
    SdkVersion Sdk, Version? VisualStudio, Version? Roslyn, Version? CSharp, string? Shipped, IReadOnlyList<string> Sources);
