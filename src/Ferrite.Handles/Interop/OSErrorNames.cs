namespace Ferrite.Handles.Interop;

/// <summary>Error numbers' symbolic names on this OS.</summary>
internal static class OSErrorNames
{
    internal static string? Find(int code)
    {
        if (OperatingSystem.IsLinux())
        {
            return Enum.GetName((Linux.Errno)code);
        }

        if (OperatingSystem.IsMacOS())
        {
            return Enum.GetName((MacOS.Errno)code);
        }

        return OperatingSystem.IsWindows() ? Enum.GetName((Windows.Win32Error)code) : null;
    }
}
