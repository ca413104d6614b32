using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Kit;

/// <summary>What the kernel says of a descriptor, past all that is tested here.</summary>
internal static partial class Descriptors
{
    /// <summary>Of /proc/PID/fdinfo: octal, O_CLOEXEC.</summary>
    private const int CloseOnExec = 0x80000;

    private const int NonBlocking = 0x800;
    private const uint ExecutableSeal = 0x8;

    /// <summary>What is open there: a path, pipe:[7], anon_inode:[eventfd]; null where nothing is.</summary>
    internal static string? At(nint number) => new FileInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{number}")).LinkTarget;

    internal static bool IsCloseOnExec(nint number) => (FlagsOf(number) & CloseOnExec) != 0;

    internal static bool IsNonBlocking(nint number) => (FlagsOf(number) & NonBlocking) != 0;

    internal static long PositionOf(nint number) => long.Parse(Info(number, "pos:"), CultureInfo.InvariantCulture);

    internal static OwnedHandle EventFd() => OwnedHandle.DangerousOwn(EventFd(0, CloseOnExec));

    internal static OwnedHandle MemFd(string name) => OwnedHandle.DangerousOwn(MemFdCreate(name, ExecutableSeal | 1));

    /// <summary>close(2) behind the back of whoever owns the number.</summary>
    internal static void CloseBehindItsBack(nint number) => Assert.Equal(0, Close((int)number));

    /// <summary>Opens a file at that very number, which must be free.</summary>
    internal static SafeFileHandle OpenAt(nint number, string path)
    {
        List<SafeFileHandle> others = [];
        try
        {
            while (true)
            {
                SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
                if (file.DangerousGetHandle() == number)
                {
                    return file;
                }

                Assert.True(file.DangerousGetHandle() < number, "The number isn't free.");
                others.Add(file);
            }
        }
        finally
        {
            others.ForEach(static other => other.Dispose());
        }
    }

    private static int FlagsOf(nint number) => Convert.ToInt32(Info(number, "flags:"), 8);

    private static string Info(nint number, string field) =>
        File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fdinfo/{number}"))
            .First(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..].Trim();

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemFdCreate(string name, uint flags);
}
