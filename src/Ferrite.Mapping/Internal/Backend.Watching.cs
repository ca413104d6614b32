using Ferrite.Mapping.Internal.Watching;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static partial class Backend
{
    /// <summary>What is at a full path, links followed. That nothing is there is no error.</summary>
    internal static OSError Observe(string path, out FileObservation observation) =>
        IsLinux ? LinuxBackend.Observe(path, out observation) : PortableFiles.Observe(path, out observation);

    /// <summary>An open file.</summary>
    internal static OSError Observe(SafeFileHandle file, out FileObservation observation) =>
        IsLinux ? LinuxBackend.Observe(file, out observation) : PortableFiles.Observe(file, out observation);
}
