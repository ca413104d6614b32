using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>Which SDK brought which compiler, language and frameworks, and when. The data is sdk-tables.json, with a source for each row.</summary>
internal sealed class SdkTables
{
    private static readonly Lazy<SdkTables> EmbeddedTables = new(static () =>
    {
        using Stream stream = typeof(SdkTables).Assembly.GetManifestResourceStream("sdk-tables.json")!;
        return TablesFile.Read(stream);
    });

    internal SdkTables(
        IReadOnlyDictionary<string, string> sources, IEnumerable<BandRow> bands, IEnumerable<FrameworkRow> frameworks,
        IEnumerable<ReleaseRow> releases)
    {
        Sources = sources;
        Bands = [.. bands.OrderBy(static row => row.Sdk)];
        Frameworks = [.. frameworks];
        Releases = [.. releases.OrderBy(static row => row.Sdk)];
    }

    /// <summary>As they were when the tool was built.</summary>
    internal static SdkTables Embedded => EmbeddedTables.Value;

    /// <summary>What the keys in the rows stand for.</summary>
    internal IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>In order of their SDKs.</summary>
    internal IReadOnlyList<BandRow> Bands { get; }

    internal IReadOnlyList<FrameworkRow> Frameworks { get; }

    /// <summary>In order of their SDKs.</summary>
    internal IReadOnlyList<ReleaseRow> Releases { get; }

    /// <summary>The very first SDK with project files as they are today; a floor at or below it demands nothing.</summary>
    internal SdkVersion First => Bands[0].Sdk;

    internal SdkVersion NewestStable => Known.Where(static version => !version.IsPrerelease).Max()!;

    /// <summary>The current preview; where none is newer than the newest stable SDK, that one.</summary>
    internal SdkVersion NewestPreview => Known.Max()!;

    private IEnumerable<SdkVersion> Known => Releases.Select(static row => row.Sdk).Concat(Bands.Select(static row => row.Sdk));

    /// <summary>
    /// With an SDK that is at hand: it may be newer than the tables. Rows learn nothing of it but that it exists.
    /// </summary>
    internal SdkTables With(SdkVersion sdk) => Known.Contains(sdk) ? this
        : new SdkTables(Sources, Bands, Frameworks, [.. Releases, new ReleaseRow(sdk, null, [])]);

    /// <summary>The first SDK from which on every compiler is at least that new; null where none is known.</summary>
    internal SdkVersion? FirstWithRoslyn(Version roslyn) => FirstFrom(row => row.Roslyn, roslyn);

    /// <summary>The first SDK from which on every compiler knows that language; null where none is known.</summary>
    internal SdkVersion? FirstWithCSharp(Version language) => FirstFrom(row => row.CSharp, language);

    /// <summary>The compiler of an SDK: that of its band, or of the last one below it that is known.</summary>
    internal Version? RoslynOf(SdkVersion sdk) => Bands.LastOrDefault(row => row.Sdk <= sdk && row.Roslyn is not null)?.Roslyn;

    /// <summary>The SDK that a value stands for; null for daily builds, which no version orders.</summary>
    internal SdkVersion? Resolve(FloorValue value) => value.Kind switch
    {
        FloorKind.Version => value.Version,
        FloorKind.Stable => NewestStable,
        FloorKind.Preview => NewestPreview,
        _ => null,
    };

    /// <summary>Later bands may be older inside: 2.2.100 has a lower compiler than 2.1.800, so a floor there would promise too much.</summary>
    private SdkVersion? FirstFrom(Func<BandRow, Version?> part, Version wanted)
    {
        SdkVersion? first = null;
        foreach (BandRow row in Bands)
        {
            if (part(row) is { } has)
            {
                first = Compare(has, wanted) < 0 ? null : first ?? row.Sdk;
            }
        }

        return first;
    }

    private static int Compare(Version left, Version right) =>
        left.Major != right.Major ? left.Major.CompareTo(right.Major) : left.Minor.CompareTo(right.Minor);
}
