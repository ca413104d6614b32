using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Packages;
using Ferrite.SdkFloor.Values;
using NuGet.Frameworks;
using NuGet.Versioning;

namespace Ferrite.SdkFloor.Selection;

/// <summary>Asks feeds for the newest listed version of a package whose floor fits.</summary>
internal sealed class VersionFinder(FloorSession session, PackageFeeds feeds)
{
    private readonly FloorSelection _selection = new(session.Tables);
    private readonly FloorJudge _judge = new(session.Tables);

    internal FloorSelection Selection => _selection;

    /// <summary>The floors of a package that apply to any of the targets; of one that declares none, the inferred.</summary>
    private static IReadOnlyList<FloorValue> FloorsOf(PackageReading reading, IReadOnlyList<FloorTarget> targets) =>
        reading.Declared is { } declared
            ? [.. targets.SelectMany(target => declared.ApplyingTo(NuGetFramework.Parse(target.Framework), target)).Prepend(declared.Floors.Base).Distinct()]
        : reading.Inferred?.Version is { } inferred ? [FloorValue.Of(inferred)]
        : [];

    /// <summary>Whether an SDK meets all of the floors.</summary>
    internal Func<IReadOnlyList<FloorValue>, bool> MetBy(SdkAtHand sdk) => floors => _judge.Missed(floors, sdk) is null;

    /// <summary>Whether whoever keeps a promise meets all of the floors.</summary>
    internal Func<IReadOnlyList<FloorValue>, bool> ImpliedBy(IReadOnlyList<FloorValue> promised) =>
        floors => floors.All(floor => promised.Any(promise => _judge.Implies(promise, floor)));

    /// <exception cref="FloorException">A feed or a package can't be read.</exception>
    internal Task<Choice> FindAsync(string id, bool withPrereleases, IReadOnlyList<FloorTarget> targets, Func<IReadOnlyList<FloorValue>, bool> fits) =>
        _selection.ChooseAsync(CandidatesAsync(id, withPrereleases, targets), fits);

    private async IAsyncEnumerable<Candidate> CandidatesAsync(string id, bool withPrereleases, IReadOnlyList<FloorTarget> targets)
    {
        foreach (NuGetVersion version in await feeds.ListedVersionsAsync(id, withPrereleases).ConfigureAwait(false))
        {
            string name = $"{id}/{version.ToNormalizedString()}".ToLowerInvariant();
            PackageReading? reading = session.Packages.Known(name, withAnalyzers: true);
            if (reading is null)
            {
                Inference.IPackageFiles files = await feeds.OpenAsync(id, version).ConfigureAwait(false);
                reading = session.Packages.Read(name, withAnalyzers: true, () => files);
            }

            yield return new Candidate(version.ToNormalizedString(), FloorsOf(reading, targets), reading.Declared is null ? reading.Inferred?.Reason : null);
        }
    }
}
