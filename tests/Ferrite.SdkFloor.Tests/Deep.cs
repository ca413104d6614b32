using System.Globalization;
using FsCheck;

namespace Ferrite.SdkFloor.Tests;

/// <summary>How many cases a property is tried with: FERRITE_DEEP=100000 for more.</summary>
internal static class Deep
{
    private const int Usual = 1024;

    internal static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep ? int.Parse(deep, CultureInfo.InvariantCulture) : Usual);
}
