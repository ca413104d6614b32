namespace Ferrite.Mapping.Internal;

/// <summary>Error numbers' symbolic names on this OS.</summary>
internal static class OSErrorNames
{
    internal static string? Find(int code)
    {
        if (OperatingSystem.IsLinux())
        {
            return Enum.GetName((Interop.Linux.Errno)code);
        }

        if (OperatingSystem.IsMacOS())
        {
            return Enum.GetName((Interop.MacOS.Errno)code);
        }

        return OperatingSystem.IsWindows() ? Enum.GetName((Interop.Windows.Win32Error)code) : null;
    }
}
