using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>Files without a name, and seals.</summary>
internal static partial class Backend
{
    /// <summary>An empty file that ends with its last handle. Of huge pages where asked for: not where there is no pool of them.</summary>
    internal static OSError CreateAnonymous(bool ofHugePages, out SafeFileHandle file) =>
        IsLinux ? LinuxBackend.CreateAnonymous(ofHugePages, out file)
        : IsMacOS ? MacOSBackend.CreateAnonymous(out file)
        : IsWindows ? WindowsBackend.CreateAnonymous(out file)
        : UnsupportedBackend.CreateAnonymous(out file);

    /// <summary>Whether <see cref="CreateAnonymous"/> can have huge pages now.</summary>
    internal static bool HasHugePagePool => IsLinux && LinuxBackend.HasHugePagePool;

    /// <summary>Keeps everybody, ourselves included, from changing the file's length; for good. Nothing where there are no seals.</summary>
    internal static OSError Seal(SafeFileHandle file, FileSeals seals) => IsLinux ? LinuxBackend.Seal(file, seals) : OSError.None;

    internal static FileSeals GetSeals(SafeFileHandle file) => IsLinux ? LinuxBackend.GetSeals(file) : FileSeals.None;
}
