using System.Globalization;

namespace Ferrite.SdkFloor.Values;

/// <summary>
/// The version of an SDK: three numbers and an optional prerelease label, ordered as NuGet orders versions.
/// Also compiled for netstandard2.0.
/// </summary>
internal sealed class SdkVersion : IComparable<SdkVersion>, IEquatable<SdkVersion>
{
    /// <summary>The biggest number that a part may have; four-part keys hold it.</summary>
    internal const int MaxPart = 65534;

    private const int PatchesInBand = 100;

    internal SdkVersion(int major, int minor, int patch, string prerelease = "")
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        Prerelease = prerelease;
    }

    internal int Major { get; }

    internal int Minor { get; }

    /// <summary>Band and patch in one number: 401 is the second of band 4.</summary>
    internal int Patch { get; }

    /// <summary>What follows the dash; empty for a stable version.</summary>
    internal string Prerelease { get; }

    internal bool IsPrerelease => Prerelease.Length > 0;

    /// <summary>The feature band: 4 of 10.0.401.</summary>
    internal int Band => Patch / PatchesInBand;

    internal string[] Labels => IsPrerelease ? Prerelease.Split('.') : [];

    internal static bool TryParse(string? text, out SdkVersion? version)
    {
        version = null;
        string rest = text ?? "";
        int metadata = rest.IndexOf('+');
        if (metadata >= 0)
        {
            rest = rest.Substring(0, metadata);
        }

        int dash = rest.IndexOf('-');
        string prerelease = dash >= 0 ? rest.Substring(dash + 1) : "";
        string[] numbers = (dash >= 0 ? rest.Substring(0, dash) : rest).Split('.');
        if (numbers.Length != 3 || (dash >= 0 && !SdkVersionText.IsLabelList(prerelease))
            || !SdkVersionText.TryNumber(numbers[0], out int major)
            || !SdkVersionText.TryNumber(numbers[1], out int minor)
            || !SdkVersionText.TryNumber(numbers[2], out int patch))
        {
            return false;
        }

        version = new SdkVersion(major, minor, patch, prerelease);
        return true;
    }

    internal static SdkVersion Parse(string text) =>
        TryParse(text, out SdkVersion? version) ? version! : throw new FormatException($"'{text}' is not the version of an SDK.");

    internal bool IsSameBand(SdkVersion other) => Major == other.Major && Minor == other.Minor && Band == other.Band;

    public int CompareTo(SdkVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        order = order != 0 ? order : Patch.CompareTo(other.Patch);
        return order != 0 ? order : SdkVersionText.CompareLabels(this, other);
    }

    public bool Equals(SdkVersion? other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is SdkVersion other && Equals(other);

    /// <summary>Labels that differ in case or leading zeros are equal, so they take no part.</summary>
    public override int GetHashCode() => unchecked((((Major * 397) + Minor) * 397) + Patch);

    public override string ToString()
    {
        string numbers = string.Format(CultureInfo.InvariantCulture, "{0}.{1}.{2}", Major, Minor, Patch);
        return IsPrerelease ? numbers + "-" + Prerelease : numbers;
    }

    public static bool operator <(SdkVersion left, SdkVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SdkVersion left, SdkVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SdkVersion left, SdkVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SdkVersion left, SdkVersion right) => left.CompareTo(right) >= 0;

    public static bool operator ==(SdkVersion? left, SdkVersion? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(SdkVersion? left, SdkVersion? right) => !(left == right);
}
