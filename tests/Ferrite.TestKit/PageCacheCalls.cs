using System.ComponentModel;
using System.Runtime.InteropServices;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.TestKit;

/// <summary>The calls behind <see cref="PageCache"/>, as on every 64-bit Linux.</summary>
internal static unsafe partial class PageCacheCalls
{
    internal const int Random = 1;
    internal const int DontNeed = 4;

    private const int ProtRead = 1;
    private const int MapShared = 1;

    /// <summary>posix_fadvise(2). Returns the error itself.</summary>
    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    internal static partial int Advise(SafeFileHandle file, long offset, long length, int advice);

    internal static bool[] MInCore(SafeFileHandle file, long length)
    {
        if (length == 0)
        {
            return [];
        }

        nint address = Map(file, length);
        byte[] pages = new byte[((length - 1) / MappedFile.PageSize) + 1];
        // SAFETY: mincore(2) writes a byte for each page of the mapping, which was made of as many bytes.
        fixed (byte* vector = pages)
        {
            CheckLast(MInCore((void*)address, (nuint)length, vector));
        }

        Unmap(address, length);
        return [.. pages.Select(static page => (page & 1) != 0)];
    }

    /// <summary>A read-only mapping whose faults bring in their own page only.</summary>
    internal static nint Map(SafeFileHandle file, long length)
    {
        // SAFETY: mmap(2) without MAP_FIXED takes free addresses only; madvise(2) with MADV_RANDOM changes no page.
        nint address = MMap(null, (nuint)length, ProtRead, MapShared, file, 0);
        CheckLast(address == -1 ? -1 : 0);
        CheckLast(MAdvise((void*)address, (nuint)length, Random));
        return address;
    }

    // SAFETY: munmap(2) of a mapping that Map made and nobody uses any more.
    internal static void Unmap(nint address, long length) => CheckLast(MUnmap((void*)address, (nuint)length));

    // SAFETY: mlock(2) of a page of a mapping that Map made: it is read, not changed.
    internal static void Lock(nint address) => CheckLast(MLock((void*)address, (nuint)MappedFile.PageSize));

    internal static void Check(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }

    private static void CheckLast(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint MMap(void* address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int MUnmap(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static partial int MAdvise(void* address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "mincore", SetLastError = true)]
    private static partial int MInCore(void* address, nuint length, byte* vector);

    [LibraryImport("libc", EntryPoint = "mlock", SetLastError = true)]
    private static partial int MLock(void* address, nuint length);
}
