using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests;

/// <summary>Property tests: 1,024 cases each, or as many as FERRITE_DEEP says.</summary>
internal static class Properties
{
    private const int Cases = 1_024;

    private static int Count =>
        Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep ? int.Parse(deep, CultureInfo.InvariantCulture) : Cases;

    /// <summary>The property fails by an exception.</summary>
    internal static void ForAll<T>(Gen<T> cases, Action<T> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Count), Prop.ForAll(cases.ToArbitrary(), property));
}
