using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    internal const int MADV_NORMAL = 0;
    internal const int MADV_RANDOM = 1;
    internal const int MADV_SEQUENTIAL = 2;
    internal const int MADV_WILLNEED = 3;
    internal const int MADV_DONTNEED = 4;

    /// <summary>madvise(2): <paramref name="address"/> must be page-aligned.</summary>
    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    internal static partial int MAdvise(void* address, nuint length, int advice);
}
