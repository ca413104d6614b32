using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Linux;

internal static partial class Libc
{
    internal const uint MFD_CLOEXEC = 0x1;
    internal const uint MFD_ALLOW_SEALING = 0x2;
    internal const uint MFD_HUGETLB = 0x4;

    /// <summary>Not executable, now or later. Since 6.3; before it is EINVAL.</summary>
    internal const uint MFD_NOEXEC_SEAL = 0x8;

    /// <summary>memfd_create(2).</summary>
    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int MemFdCreate(string name, uint flags);
}
