namespace Ferrite.SdkFloor.Values;

/// <summary>What <c>MinimumSdkVersion</c> says. Also compiled for netstandard2.0.</summary>
internal sealed class FloorValue : IEquatable<FloorValue>
{
    private FloorValue(FloorKind kind, SdkVersion? version, DailyDates? dates)
    {
        Kind = kind;
        Version = version;
        Dates = dates;
    }

    internal static FloorValue Stable { get; } = new(FloorKind.Stable, null, null);

    internal static FloorValue Preview { get; } = new(FloorKind.Preview, null, null);

    internal FloorKind Kind { get; }

    /// <summary>Null unless it is a version.</summary>
    internal SdkVersion? Version { get; }

    /// <summary>Null unless it is daily builds.</summary>
    internal DailyDates? Dates { get; }

    internal static FloorValue Of(SdkVersion version) => new(FloorKind.Version, version, null);

    internal static FloorValue Of(DailyDates dates) => new(FloorKind.Daily, null, dates);

    /// <summary>Reads a value.</summary>
    /// <param name="text">As the project has it.</param>
    /// <param name="value">What it means; null where it means nothing.</param>
    /// <param name="error">A sentence that says what is wrong, for people; null where all is well.</param>
    internal static bool TryParse(string? text, out FloorValue? value, out string? error)
    {
        string trimmed = (text ?? "").Trim();
        value = null;
        if (trimmed.Length == 0)
        {
            error = "The value is empty. Give a version such as 10.0.100, 'stable', 'preview', or 'daily: 2026-03-01'.";
            return false;
        }

        int colon = trimmed.IndexOf(':');
        string word = (colon < 0 ? trimmed : trimmed.Substring(0, colon)).TrimEnd().ToLowerInvariant();
        switch (word)
        {
            case "stable" or "preview":
                value = colon < 0 ? word is "stable" ? Stable : Preview : null;
                error = colon < 0 ? null : $"'{word}' stands alone: nothing may follow it.";
                break;
            case DailyDates.Word:
                value = DailyParser.Parse(colon < 0 ? "" : trimmed.Substring(colon + 1), out error) is { } dates ? Of(dates) : null;
                break;
            default:
                value = VersionParser.Parse(trimmed, out error) is { } version ? Of(version) : null;
                break;
        }

        return value is not null;
    }

    public bool Equals(FloorValue? other) => other is not null && Kind == other.Kind
        && (Version is null ? other.Version is null : Version.Equals(other.Version))
        && (Dates is null ? other.Dates is null : Dates.Equals(other.Dates));

    public override bool Equals(object? obj) => Equals(obj as FloorValue);

    public override int GetHashCode() => ((int)Kind * 397) ^ (Version?.GetHashCode() ?? Dates?.GetHashCode() ?? 0);

    public override string ToString() => Kind switch
    {
        FloorKind.Version => Version!.ToString(),
        FloorKind.Stable => "stable",
        FloorKind.Preview => "preview",
        _ => Dates!.ToString(),
    };
}
