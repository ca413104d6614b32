using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Sdks;

/// <summary>An SDK on this machine.</summary>
internal sealed record InstalledSdk(SdkVersion Version, string Directory)
{
    /// <summary>The day it was built, which a stable SDK tells in its <c>.version</c> file only; null where that says nothing.</summary>
    internal DateTime? ReadDay()
    {
        if (BuildDate.OfVersion(Version) is { } day)
        {
            return day;
        }

        string file = Path.Combine(Directory, ".version");
        return File.Exists(file) ? BuildDate.OfVersionFile(File.ReadLines(file)) : null;
    }
}
