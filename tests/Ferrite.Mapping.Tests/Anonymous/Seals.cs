using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Anonymous;

/// <summary>What another process would do with a file it was given, by plain calls.</summary>
internal static partial class Seals
{
    internal const int NotPermitted = 1;

    private const uint CloseOnExec = 1;
    private const uint AllowSealing = 2;

    /// <summary>errno, or 0.</summary>
    internal static int SetLength(SafeFileHandle file, long length) => FTruncate(file, length) == 0 ? 0 : Marshal.GetLastPInvokeError();

    internal static SafeFileHandle Duplicate(SafeFileHandle file) => new(Dup(file), ownsHandle: true);

    internal static SafeFileHandle Unsealed(long length)
    {
        var file = new SafeFileHandle(MemFdCreate("ferrite-test", CloseOnExec | AllowSealing), ownsHandle: true);
        Assert.Equal(0, SetLength(file, length));
        return file;
    }

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    private static partial int FTruncate(SafeFileHandle file, long length);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Dup(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemFdCreate(string name, uint flags);
}
