using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Const.Tests;

/// <summary>Property tests that fail by an exception. FERRITE_DEEP=100000 for more cases than usual.</summary>
internal static class Properties
{
    private const int Usual = 1024;

    private static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep ? int.Parse(deep, CultureInfo.InvariantCulture) : Usual);

    internal static void ForAll<T>(Gen<T> cases, Action<T> property) => Check.One(Config, Prop.ForAll(cases.ToArbitrary(), property));
}
