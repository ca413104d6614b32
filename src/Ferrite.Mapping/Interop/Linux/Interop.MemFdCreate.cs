using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Linux;

internal static partial class Libc
{
    internal const uint MFD_CLOEXEC = 1;

    /// <summary>memfd_create(2).</summary>
    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int MemFdCreate(string name, uint flags);
}
