using System.Runtime.InteropServices;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>The OS, chosen here and nowhere else.</summary>
internal static class Directories
{
    internal static IDirectories OS { get; } = Choose();

    private static IDirectories Choose()
    {
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture
            is Architecture.X64 or Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64)
        {
            return new LinuxDirectories();
        }

        if (OperatingSystem.IsMacOS())
        {
            return new MacOSDirectories();
        }

        return OperatingSystem.IsWindows() ? new WindowsDirectories() : new UnsupportedDirectories();
    }
}
