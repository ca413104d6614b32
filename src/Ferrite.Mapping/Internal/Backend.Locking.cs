namespace Ferrite.Mapping.Internal;

internal static partial class Backend
{
    /// <summary>
    /// Keeps pages in memory once they are there; some systems bring them in as well. They are whole pages of a region that stays mapped.
    /// </summary>
    internal static OSError Lock(nint address, nuint length) =>
        IsLinux ? LinuxBackend.Lock(address, length)
        : IsMacOS ? MacOSBackend.Lock(address, length)
        : IsWindows ? WindowsBackend.Lock(address, length)
        : UnsupportedBackend.Lock(address, length);

    internal static OSError Unlock(nint address, nuint length) =>
        IsLinux || IsMacOS ? UnixMemory.Unlock(address, length)
        : IsWindows ? WindowsBackend.Unlock(address, length)
        : UnsupportedBackend.Unlock(address, length);

    /// <summary>For a message: how much may be locked.</summary>
    internal static string DescribeLockLimit() =>
        IsLinux ? LinuxBackend.DescribeLockLimit()
        : IsMacOS ? MacOSBackend.DescribeLockLimit()
        : IsWindows ? WindowsBackend.DescribeLockLimit()
        : UnsupportedBackend.DescribeLockLimit();
}
