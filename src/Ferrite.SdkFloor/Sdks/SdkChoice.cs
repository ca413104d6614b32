using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Sdks;

/// <summary>Which SDK floors are held against.</summary>
internal static class SdkChoice
{
    /// <summary>A property and an environment variable that stand in for the running SDK's version.</summary>
    internal const string OverrideName = "FerriteSdkVersion";

    /// <summary>The first of these that is given: the option, the environment variable, the project's property, the SDK itself.</summary>
    /// <exception cref="FloorException">What is given is no version.</exception>
    internal static SdkAtHand Choose(string? option, string? property, InstalledSdk running)
    {
        string? variable = Environment.GetEnvironmentVariable(OverrideName);
        return option is { Length: > 0 } ? Given(option, "--sdk", running)
            : variable is { Length: > 0 } ? Given(variable, OverrideName, running)
            : property is { Length: > 0 } ? Given(property, $"property {OverrideName}", running)
            : new SdkAtHand(running.Version, running.ReadDay(), "running");
    }

    private static SdkAtHand Given(string text, string origin, InstalledSdk running)
    {
        if (VersionParser.Parse(text.Trim(), out string? error) is not { } version)
        {
            throw new FloorException($"{origin}: {error}");
        }

        InstalledSdk? installed = SdkInstallation.All.Append(running).FirstOrDefault(sdk => sdk.Version == version);
        return new SdkAtHand(version, installed is not null ? installed.ReadDay() : BuildDate.OfVersion(version), origin);
    }
}
