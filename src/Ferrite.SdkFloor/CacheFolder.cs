namespace Ferrite.SdkFloor;

/// <summary>Where the tool keeps what it can find out again.</summary>
internal static class CacheFolder
{
    /// <summary>FERRITE_CACHE_HOME, else the user's cache folder.</summary>
    internal static string Path { get; } = Environment.GetEnvironmentVariable("FERRITE_CACHE_HOME") is { Length: > 0 } own ? own
        : System.IO.Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "ferrite");
}
