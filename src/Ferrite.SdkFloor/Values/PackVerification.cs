namespace Ferrite.SdkFloor.Values;

/// <summary>
/// FLOOR003: a package is packed by the SDK that its floor names, so that the floor is known to build it. Patches roll forward, so the band is the
/// unit; <c>VerifyFloor=exact</c> wants the very version. Also compiled for netstandard2.0.
/// </summary>
internal static class PackVerification
{
    /// <summary>What is wrong; null where the SDK may pack.</summary>
    /// <param name="floor">The declared floor.</param>
    /// <param name="floorVersion">The version that the floor stands for; null for daily builds.</param>
    /// <param name="running">The SDK that packs.</param>
    /// <param name="runningDay">The day it was built; null where unknown.</param>
    /// <param name="exact">Whether the very version is wanted.</param>
    internal static string? Problem(FloorValue floor, SdkVersion? floorVersion, SdkVersion running, DateTime? runningDay, bool exact)
    {
        if (floor.Dates is { } dates)
        {
            return runningDay is { } day && dates.Contains(day) ? null
                : $"The floor is '{floor}', but this is SDK {running}, {(runningDay is { } known ? "built on " + BuildDate.ToText(known) : "whose day is unknown")}.";
        }

        SdkVersion wanted = floorVersion!;
        if (running == wanted)
        {
            return null;
        }

        string meaning = floor.Kind == FloorKind.Version ? $"{wanted}" : $"{floor}, which is {wanted}";
        string sentence = $"The floor is {meaning}, but SDK {running} packs: ";
        return exact ? sentence + "the very version is wanted (VerifyFloor=exact)."
            : wanted.IsPrerelease ? ProblemOfPrerelease(sentence, wanted, running)
            : !running.IsSameBand(wanted) ? sentence + $"that is another feature band. Only {BandOf(wanted)} proves the floor."
            : running < wanted ? sentence + "it is older than the floor."
            : null;
    }

    private static string? ProblemOfPrerelease(string sentence, SdkVersion wanted, SdkVersion running)
    {
        bool sameLabel = running.IsPrerelease && running.Major == wanted.Major && running.Minor == wanted.Minor && running.Patch == wanted.Patch
            && string.Equals(Label(running), Label(wanted), StringComparison.OrdinalIgnoreCase);
        return !sameLabel ? sentence + $"a prerelease floor needs its own label, {Label(wanted)}."
            : running < wanted ? sentence + "it is older than the floor."
            : null;
    }

    /// <summary>"preview.3" of "preview.3.25201.16".</summary>
    private static string Label(SdkVersion version)
    {
        string[] labels = version.Labels;
        return labels.Length > 1 ? labels[0] + "." + labels[1] : labels[0];
    }

    private static string BandOf(SdkVersion version) => $"{version.Major}.{version.Minor}.{version.Band}xx";
}
