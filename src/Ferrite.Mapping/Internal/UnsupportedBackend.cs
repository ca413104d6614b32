using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>An OS, or a processor, that none of the others is for: opening a mapping says so.</summary>
internal static class UnsupportedBackend
{
    private static PlatformNotSupportedException NotHere =>
        new("Ferrite.Mapping runs on 64-bit Linux, macOS and Windows.");

    internal static OSError GetLength(SafeFileHandle file, out long length) => throw NotHere;

    internal static OSError SetLength(SafeFileHandle file, long length) => throw NotHere;

    internal static OSError Preallocate(SafeFileHandle file, long offset, long length) => throw NotHere;

    internal static OSError Map(SafeFileHandle file, MapMode mode, long length, long capacity, long alignment, out AddressRange range) => throw NotHere;

    internal static OSError Flush(SafeFileHandle file, nint address, nuint length, FlushLevel level) => throw NotHere;

    internal static OSError SyncFile(SafeFileHandle file) => throw NotHere;

    internal static OSError SyncDirectory(string directory) => throw NotHere;

    internal static OSError RefuseSpecial(string path) => throw NotHere;

    internal static OSError OpenToInspect(string path, out SafeFileHandle file) => throw NotHere;

    internal static bool TryCountResident(SafeFileHandle file, long firstPage, long pages, out long resident) => throw NotHere;

    internal static OSError Advise(nint address, nuint length, MemoryAdvice advice) => throw NotHere;

    internal static OSError Prefetch(SafeFileHandle file, nint address, long offset, nuint length) => throw NotHere;

    internal static OSError Evict(SafeFileHandle file, nint address, long offset, nuint length) => throw NotHere;

    internal static OSError Lock(nint address, nuint length) => throw NotHere;

    internal static OSError Unlock(nint address, nuint length) => throw NotHere;

    internal static string DescribeLockLimit() => throw NotHere;

    internal static OSError CreateAnonymous(out SafeFileHandle file) => throw NotHere;

    internal static OSError GetResidency(SafeFileHandle file, long firstPage, Span<byte> pages) => throw NotHere;
}
