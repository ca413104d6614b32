using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Correct.Posix;

/// <summary>An epoll loop with descriptors that are owned.</summary>
public sealed class Poller : IDisposable
{
    private readonly SafeFileHandle _epoll;
    private readonly SafeFileHandle _wake;

    public Poller()
    {
        int epoll = Libc.EPollCreate(Libc.EPOLL_CLOEXEC);
        if (epoll < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        _epoll = new SafeFileHandle(epoll, ownsHandle: true);
        _wake = new SafeFileHandle((IntPtr)Libc.EventFd(0, Libc.EFD_CLOEXEC), ownsHandle: true);
        if (_wake.IsInvalid)
        {
            _epoll.Dispose();
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    public void Add(SafeFileHandle file, ulong token)
    {
        var interest = new EPollEvent { Events = 1, Data = token };
        if (Libc.EPollControl(_epoll, 1, file, ref interest) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    public int Wait(Span<EPollEvent> events, int milliseconds)
    {
        int count = Libc.EPollWait(_epoll, ref MemoryMarshal.GetReference(events), events.Length, milliseconds);
        return count >= 0 ? count : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public void Dispose()
    {
        _wake.Dispose();
        _epoll.Dispose();
    }
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct EPollEvent
{
    public uint Events;
    public ulong Data;
}

internal static partial class Libc
{
    internal const int EPOLL_CLOEXEC = 0x80000;
    internal const int EFD_CLOEXEC = 0x80000;

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    internal static partial int EPollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    internal static partial int EPollControl(SafeFileHandle epfd, int operation, SafeFileHandle fd, ref EPollEvent interest);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    internal static partial int EPollWait(SafeFileHandle epfd, ref EPollEvent events, int count, int timeout);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    internal static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    internal static unsafe partial nint Read(SafeFileHandle file, byte* buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static unsafe partial int Pipe(int* descriptors, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int fd);

    [DllImport("libc", EntryPoint = "getpid")]
    internal static extern int GetProcessId();

    internal static (SafeFileHandle Read, SafeFileHandle Write) Pipe()
    {
        // SAFETY: pipe2(2) fills in two descriptors, and there is room for two.
        unsafe
        {
            int* ends = stackalloc int[2];
            return Pipe(ends, 0) == 0
                ? (new SafeFileHandle(ends[0], ownsHandle: true), new SafeFileHandle(ends[1], ownsHandle: true))
                : throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    internal static unsafe int ReadAll(SafeFileHandle file, Span<byte> destination)
    {
        int total = 0;
        // SAFETY: pread(2) writes at most as many bytes as are left of the destination, which is pinned.
        fixed (byte* start = destination)
        {
            while (total < destination.Length)
            {
                nint read = Read(file, start + total, (nuint)(destination.Length - total), total);
                if (read <= 0)
                {
                    break;
                }

                total += (int)read;
            }
        }

        return total;
    }

    internal static string Name(int length)
    {
        Span<byte> buffer = stackalloc byte[256];
        buffer[..length].Fill((byte)'x');
        return System.Text.Encoding.ASCII.GetString(buffer[..length]);
    }

    [SkipLocalsInit]
    internal static unsafe int SizeOfBoth<T>()
        where T : unmanaged => sizeof(T) + sizeof(nint);
}
