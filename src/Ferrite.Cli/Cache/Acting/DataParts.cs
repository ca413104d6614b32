using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.Linux;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>
/// Parts of a file without its holes: those are on no disk, so nobody waits for them, and read in they would fill the cache with zeros.
/// </summary>
internal static class DataParts
{
    /// <summary>The same parts where holes can't be told.</summary>
    internal static IEnumerable<(long Offset, long Length)> Of(SafeFileHandle file, IEnumerable<(long Offset, long Length)> parts) =>
        OperatingSystem.IsLinux() ? parts.SelectMany(part => In(file, part.Offset, part.Offset + part.Length)) : parts;

    private static IEnumerable<(long Offset, long Length)> In(SafeFileHandle file, long start, long end)
    {
        while (start < end && Seek(file, start, Libc.SEEK_DATA, ifNone: end) is var data && data < end)
        {
            long hole = Math.Min(end, Seek(file, data, Libc.SEEK_HOLE, ifNone: end));
            yield return (data, hole - data);
            start = hole;
        }
    }

    private static long Seek(SafeFileHandle file, long offset, int whence, long ifNone)
    {
        long found = Libc.LSeek(file, offset, whence);
        int error = found < 0 ? Marshal.GetLastPInvokeError() : 0;
        return found >= 0 ? found
            : error == Libc.ENXIO ? ifNone
            // Where the file system doesn't know, all of it is data.
            : whence == Libc.SEEK_DATA ? offset : ifNone;
    }
}
