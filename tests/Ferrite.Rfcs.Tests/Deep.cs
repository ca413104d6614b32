using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Rfcs.Tests;

/// <summary>How many cases a property is tried with: FERRITE_DEEP=100000 for more.</summary>
internal static class Deep
{
    private const int Usual = 500;

    private static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep ? int.Parse(deep, CultureInfo.InvariantCulture) : Usual);

    internal static void ForAll<T>(Gen<T> cases, Action<T> property) => Check.One(Config, Prop.ForAll(cases.ToArbitrary(), property));
}
