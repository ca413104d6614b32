using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>A target framework and the first SDK that builds it.</summary>
internal sealed record FrameworkRow(string Framework, SdkVersion Sdk, IReadOnlyList<string> Sources);
