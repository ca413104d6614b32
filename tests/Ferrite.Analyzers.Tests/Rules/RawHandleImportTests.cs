using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class RawHandleImportTests
{
    [Theory]
    [InlineData("[DllImport(\"libc\")] static extern int fsync([|int fd|]);")]
    [InlineData("[LibraryImport(\"libc\", EntryPoint = \"fsync\")] private static partial int Sync([|int fd|]);")]
    [InlineData("[LibraryImport(\"libc\")] private static partial nint write([|int fd|], byte[] buffer, nint count);")]
    [InlineData("[LibraryImport(\"libc\")] private static partial int listen([|int sockfd|], int backlog);")]
    [InlineData("[LibraryImport(\"libc\")] private static partial int isatty([|int descriptor|]);")]
    [InlineData("[DllImport(\"kernel32\")] static extern bool FlushFileBuffers([|IntPtr hFile|]);")]
    [InlineData("[LibraryImport(\"kernel32\")] private static partial uint WaitForSingleObject([|nint hEvent|], uint milliseconds);")]
    [InlineData("[LibraryImport(\"kernel32\")] private static partial uint GetProcessId([|nint hProcess|]);")]
    [InlineData("[LibraryImport(\"libc\")] private static partial nint splice([|int fd_in|], nint offset, [|int fd_out|], nint offset2, nint n, uint flags);")]
    [InlineData("[DllImport(\"kernel32\", CharSet = CharSet.Unicode)] static extern [|IntPtr|] CreateFileW(string name, uint access, uint share, IntPtr security, uint disposition, uint flags, IntPtr template);")]
    [InlineData("[DllImport(\"kernel32\", CharSet = CharSet.Unicode)] static extern [|nint|] CreateEvent(nint attributes, bool manual, bool initial, string name);")]
    public void Finds(string member) => Check.Finds("FER1003", Source(member));

    [Theory]
    [InlineData("[LibraryImport(\"libc\")] private static partial int fsync(SafeFileHandle fd);")]
    [InlineData("[LibraryImport(\"libc\", EntryPoint = \"fdopendir$INODE64\")] private static partial nint OpenDirectory(int descriptor);")]
    [InlineData("[LibraryImport(\"libusb\")] private static partial int get_string(int descriptor);")]
    [InlineData("[LibraryImport(\"libc\")] private static partial int close(int fd);")]
    [InlineData("[LibraryImport(\"kernel32\")] [return: MarshalAs(UnmanagedType.Bool)] private static partial bool CloseHandle(nint hObject);")]
    [InlineData("[DllImport(\"libc\")] static extern unsafe nint mmap(void* address, nint length, int protection, int flags, int fd, long offset);")]
    [InlineData("[LibraryImport(\"libc\", StringMarshalling = StringMarshalling.Utf8)] private static partial int openat(int dirfd, string path, int flags);")]
    [InlineData("[LibraryImport(\"user32\")] private static partial int GetWindowTextLengthW(nint hWnd);")]
    [InlineData("[LibraryImport(\"gdi32\")] private static partial nint SelectObject(nint hdc, nint h);")]
    [InlineData("[LibraryImport(\"libdl\", StringMarshalling = StringMarshalling.Utf8)] private static partial nint dlsym(nint handle, string name);")]
    [InlineData("[LibraryImport(\"sqlite3\")] private static partial int sqlite3_step(nint statement);")]
    [InlineData("[LibraryImport(\"kernel32\")] private static partial nint CreateFileMappingW(SafeFileHandle hFile, nint attributes, uint protect, uint high, uint low, nint name);", true)]
    [InlineData("// SAFETY: the pseudo handle of this process, which nobody can close.\n[LibraryImport(\"kernel32\")] private static partial uint GetProcessId(nint hProcess);")]
    [InlineData("static int M(int fd) => fd;")]
    [InlineData("sealed partial class Own() : SafeHandle(0, true) { public override bool IsInvalid => false; protected override bool ReleaseHandle() => fsync((int)handle) == 0; [LibraryImport(\"libc\")] private static partial int fsync(int fd); }")]
    public void Is_quiet(string member, bool onlyReturns = false)
    {
        if (onlyReturns)
        {
            member = member.Replace("partial nint", "partial SafeFileHandle", StringComparison.Ordinal);
        }

        Check.Quiet(Source(member));
    }

    private static string Source(string member) => $$"""
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        partial class C
        {
        {{member}}
        }
        """;
}
