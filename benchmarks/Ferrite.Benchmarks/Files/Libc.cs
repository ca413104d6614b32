using System.Runtime.InteropServices;

namespace Ferrite.Benchmarks.Files;

/// <summary>
/// The system calls with nothing around them: no handle, no error kept. The constants are the same on every Unix, but for what is
/// marked as Linux's.
/// </summary>
internal static unsafe partial class Libc
{
    internal const int O_RDONLY = 0;
    internal const int SEEK_END = 2;
    internal const int PROT_READ = 1;
    internal const int MAP_SHARED = 1;

    /// <summary>Linux.</summary>
    internal const int RUSAGE_THREAD = 1;

    /// <summary>Linux: the pages of a shared mapping are no longer mapped, and stay in memory.</summary>
    internal const int MADV_DONTNEED = 4;

    /// <summary>Linux 5.14.</summary>
    internal const int MADV_POPULATE_READ = 22;

    /// <summary>open(2).</summary>
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    /// <summary>lseek(2).</summary>
    [LibraryImport("libc", EntryPoint = "lseek")]
    internal static partial long Seek(int file, long offset, int whence);

    /// <summary>mmap(2).</summary>
    [LibraryImport("libc", EntryPoint = "mmap")]
    internal static partial byte* MMap(void* address, nuint length, int protection, int flags, int file, long offset);

    /// <summary>munmap(2).</summary>
    [LibraryImport("libc", EntryPoint = "munmap")]
    internal static partial int MUnmap(void* address, nuint length);

    /// <summary>madvise(2).</summary>
    [LibraryImport("libc", EntryPoint = "madvise")]
    internal static partial int MAdvise(void* address, nuint length, int advice);

    /// <summary>ftruncate(2).</summary>
    [LibraryImport("libc", EntryPoint = "ftruncate")]
    internal static partial int FTruncate(int file, long length);

    /// <summary>close(2).</summary>
    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int file);

    /// <summary>getrusage(2).</summary>
    [LibraryImport("libc", EntryPoint = "getrusage")]
    internal static partial int GetResourceUsage(int who, ResourceUsage* usage);

    /// <summary>Linux's <c>struct rusage</c> where long has 8 bytes: two times of 16 bytes, 14 counts, the last of which is ru_nivcsw.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    internal struct ResourceUsage
    {
        [FieldOffset(136)]
        internal long InvoluntarySwitches;
    }
}
