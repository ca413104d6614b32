using System.Globalization;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tables;

/// <summary>The first SDK for a target framework's short name.</summary>
internal static class FrameworkFloors
{
    /// <summary>
    /// The first SDK that builds for the framework; the very first one for .NET Framework and others that came with no SDK; null for a
    /// framework that is newer than the tables.
    /// </summary>
    /// <param name="tables">The tables.</param>
    /// <param name="framework">A short name, with or without a platform: net8.0-windows7.0.</param>
    internal static SdkVersion? FirstFor(this SdkTables tables, string framework)
    {
        string name = framework.Trim().ToLowerInvariant();
        int platform = name.IndexOf('-', StringComparison.Ordinal);
        name = platform >= 0 ? name[..platform] : name;
        if (name.StartsWith("netstandard1.", StringComparison.Ordinal))
        {
            name = "netstandard1.0";
        }

        FrameworkRow? row = tables.Frameworks.FirstOrDefault(row => row.Framework.Equals(name, StringComparison.Ordinal));
        return row is not null ? row.Sdk : IsNewer(name) ? null : tables.First;
    }

    /// <summary>net12.0, where the tables end at net11.0. "net472" has no dot.</summary>
    private static bool IsNewer(string name) =>
        name.StartsWith("net", StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(3, name.IndexOf('.', StringComparison.Ordinal) - 3), NumberStyles.None, CultureInfo.InvariantCulture, out int major)
        && major >= 5;
}
