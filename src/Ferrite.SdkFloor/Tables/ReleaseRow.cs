using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>An SDK that was released; the day is null where unknown.</summary>
internal sealed record ReleaseRow(SdkVersion Sdk, string? Date, IReadOnlyList<string> Sources);
