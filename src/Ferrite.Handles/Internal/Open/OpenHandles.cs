using Ferrite.Handles.Interop;

namespace Ferrite.Handles.Internal.Open;

/// <summary>
/// What the OS does with open handles, by number: each call goes on to the class of the same shape for this platform. The caller keeps the
/// number open meanwhile, by a borrow or because it owns it.
/// </summary>
internal static class OpenHandles
{
    /// <summary>A new number for the same object, which programs that are started don't inherit.</summary>
    internal static OSError Duplicate(HandleKind kind, nint number, out nint duplicate) =>
        OperatingSystem.IsLinux() ? LinuxHandles.Duplicate(number, out duplicate)
        : OperatingSystem.IsMacOS() ? MacOSHandles.Duplicate(number, out duplicate)
        : OperatingSystem.IsWindows() ? WindowsHandles.Duplicate(kind, number, out duplicate)
        : throw NotHere;

    /// <summary>Gives the number back. It is free afterwards whatever the OS answers: never again.</summary>
    internal static OSError Close(HandleKind kind, nint number) =>
        OperatingSystem.IsWindows() ? WindowsHandles.Close(kind, number) : UnixHandles.Close(number);

    /// <summary>Whether anything is open at the number.</summary>
    internal static bool IsOpen(nint number) =>
        OperatingSystem.IsLinux() ? LinuxHandles.IsOpen(number)
        : OperatingSystem.IsMacOS() ? MacOSHandles.IsOpen(number)
        : OperatingSystem.IsWindows() ? WindowsHandles.IsOpen(number)
        : throw NotHere;

    /// <summary>Null where nothing is open at the number.</summary>
    internal static HandleIdentity? Identify(HandleKind kind, nint number) =>
        OperatingSystem.IsLinux() ? LinuxHandles.Identify(number)
        : OperatingSystem.IsMacOS() ? MacOSHandles.Identify(number)
        : OperatingSystem.IsWindows() ? WindowsHandles.Identify(kind, number)
        : throw NotHere;

    /// <summary>Whether both are of one opening; null where the OS doesn't say.</summary>
    internal static bool? AreSame(nint first, nint second) =>
        OperatingSystem.IsLinux() ? LinuxHandles.AreSame(first, second)
        : OperatingSystem.IsMacOS() ? null
        : OperatingSystem.IsWindows() ? WindowsHandles.AreSame(first, second)
        : throw NotHere;

    /// <summary>The access that it was opened with; both where the OS doesn't say, and then refuses what was not asked for.</summary>
    internal static FileAccess AccessOf(nint number) =>
        OperatingSystem.IsLinux() ? LinuxHandles.AccessOf(number)
        : OperatingSystem.IsMacOS() ? MacOSHandles.AccessOf(number)
        : FileAccess.ReadWrite;

    private static PlatformNotSupportedException NotHere => new("Ferrite.Handles runs on Linux, macOS and Windows.");
}
