using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>Advice. Addresses and lengths are of whole pages, inside one region that the caller keeps mapped.</summary>
internal static partial class Backend
{
    /// <summary>Advice that needs no waiting: not WillNeed nor the Populates. What the OS doesn't know is nothing, or the nearest.</summary>
    internal static OSError Advise(nint address, nuint length, MemoryAdvice advice) =>
        IsLinux ? LinuxBackend.Advise(address, length, advice)
        : IsMacOS ? MacOSBackend.Advise(address, length, advice)
        : IsWindows ? WindowsBackend.Advise(address, length, advice)
        : UnsupportedBackend.Advise(address, length, advice);

    /// <summary>Starts to read pages that are not in memory, waiting for none of them where it can be helped.</summary>
    internal static OSError Prefetch(SafeFileHandle file, nint address, long offset, nuint length) =>
        IsLinux ? LinuxBackend.Prefetch(address, length)
        : IsMacOS ? MacOSBackend.Prefetch(file, offset, length)
        : IsWindows ? WindowsBackend.Prefetch(address, length)
        : UnsupportedBackend.Prefetch(file, address, offset, length);

    /// <summary>
    /// Brings pages in and maps them, in one call. False where there is no such call, or where it met a page that can't be had: touching
    /// them one by one finds out which, and why.
    /// </summary>
    internal static bool TryPopulate(nint address, nuint length, bool write, out OSError error)
    {
        error = OSError.None;
        return IsLinux && LinuxBackend.TryPopulate(address, length, write, out error);
    }

    /// <summary>Whether the error of <see cref="TryPopulate"/> is a page that can't be had.</summary>
    internal static bool IsPageLost(OSError error) => IsLinux && LinuxBackend.IsPageLost(error.Code);

    /// <summary>
    /// Brings pages in as well as can be done without touching them. By number only: if the mapping is gone meanwhile, and the addresses are
    /// somebody else's, it does no harm to those.
    /// </summary>
    internal static void BringIn(nint address, nuint length)
    {
        if (IsLinux)
        {
            LinuxBackend.BringIn(address, length);
        }
        else if (IsMacOS)
        {
            MacOSBackend.BringIn(address, length);
        }
        else if (IsWindows)
        {
            WindowsBackend.Prefetch(address, length);
        }
    }

    /// <summary>Takes clean pages out of the mapping and out of the page cache, as far as nobody else uses them.</summary>
    internal static OSError Evict(SafeFileHandle file, nint address, long offset, nuint length) =>
        IsLinux ? LinuxBackend.Evict(file, address, offset, length)
        : IsMacOS ? MacOSBackend.Evict(address, length)
        : IsWindows ? WindowsBackend.Advise(address, length, MemoryAdvice.DontNeed)
        : UnsupportedBackend.Evict(file, address, offset, length);
}
