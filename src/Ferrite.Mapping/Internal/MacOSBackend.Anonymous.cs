using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class MacOSBackend
{
    /// <summary>
    /// A file in the directory for temporary files that loses its name at once. A POSIX shared memory object is no better: its length can be
    /// set once, it can't be mapped past its end, and it has no position, by which the BCL knows a file.
    /// </summary>
    internal static OSError CreateAnonymous(out SafeFileHandle file)
    {
        string directory = Directory.CreateTempSubdirectory("ferrite-").FullName;
        try
        {
            file = File.OpenHandle(
                Path.Combine(directory, "anonymous"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return OSError.None;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
