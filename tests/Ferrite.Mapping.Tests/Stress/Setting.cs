using System.Globalization;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>How long the long tests run. The defaults are what is promised; a variable of the environment makes them shorter or longer.</summary>
internal static class Setting
{
    /// <summary>FERRITE_STRESS_ACCESSES.</summary>
    internal static long Accesses => Read("ACCESSES", 100_000_000);

    /// <summary>FERRITE_STRESS_SECONDS, of each race.</summary>
    internal static TimeSpan Duration => TimeSpan.FromSeconds(Read("SECONDS", 30));

    /// <summary>FERRITE_STRESS_OPENINGS, of a small file.</summary>
    internal static long Openings => Read("OPENINGS", 1_000_000);

    /// <summary>FERRITE_STRESS_LARGE_OPENINGS, of a sparse file of 1 GiB.</summary>
    internal static long LargeOpenings => Read("LARGE_OPENINGS", 20_000);

    private static long Read(string name, long promised) =>
        Environment.GetEnvironmentVariable($"FERRITE_STRESS_{name}") is { Length: > 0 } value
            ? long.Parse(value, CultureInfo.InvariantCulture)
            : promised;
}
