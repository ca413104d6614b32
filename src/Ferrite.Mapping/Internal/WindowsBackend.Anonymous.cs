using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class WindowsBackend
{
    /// <summary>
    /// A section of the page file is no file, and a file that deletes itself stays behind if a view outlives it: neither is one that
    /// <see cref="FileMapping"/> could resize, refresh and hand out.
    /// </summary>
    internal static OSError CreateAnonymous(out SafeFileHandle file) =>
        throw new PlatformNotSupportedException("Windows has no files without a name: map a temporary one.");
}
