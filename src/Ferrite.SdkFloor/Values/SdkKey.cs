namespace Ferrite.SdkFloor.Values;

/// <summary>
/// Versions as MSBuild can compare them: <see cref="Version"/> with four parts, of which the last stands for the prerelease.
/// It orders as the versions themselves do, but only so far as "preview.N.build" and "rc.N.build" say: a stable version is above an rc, that above
/// a preview, that above alpha, beta and the like. What differs behind the build number only, has the same key.
/// Its nine digits are the rank, three of N, five of the build number. Also compiled for netstandard2.0.
/// </summary>
internal static class SdkKey
{
    /// <summary>The fourth part of a stable version.</summary>
    internal const int Stable = 500_000_000;

    private const int RankUnit = 100_000_000;
    private const int NumberUnit = 100_000;
    private const int MaxNumber = 999;
    private const int MaxBuild = 99_999;

    internal static Version Of(SdkVersion version) => new(version.Major, version.Minor, version.Patch, LastPart(version));

    private static int LastPart(SdkVersion version)
    {
        string[] labels = version.Labels;
        if (labels.Length == 0)
        {
            return Stable;
        }

        int toPreview = SdkVersionText.CompareLabel(labels[0], "preview");
        int toCandidate = SdkVersionText.CompareLabel(labels[0], "rc");
        int rank = toPreview < 0 ? 0 : toPreview == 0 ? 1 : toCandidate < 0 ? 2 : toCandidate == 0 ? 3 : 4;
        return (rank * RankUnit) + (rank is 1 or 3 ? NumberAndBuild(labels) : 0);
    }

    private static int NumberAndBuild(string[] labels)
    {
        if (labels.Length < 2)
        {
            return 0;
        }

        // Words stand behind all numbers, so they have the highest.
        if (!SdkVersionText.TryLabelNumber(labels[1], out int number) || number > MaxNumber)
        {
            return (MaxNumber * NumberUnit) + MaxBuild;
        }

        if (number < 0)
        {
            return 0;
        }

        int build = labels.Length < 3 ? 0 : SdkVersionText.TryLabelNumber(labels[2], out int given) ? given : MaxBuild;
        return (number * NumberUnit) + Math.Min(Math.Max(build, 0), MaxBuild);
    }
}
