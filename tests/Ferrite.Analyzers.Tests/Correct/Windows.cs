using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Correct.Windows;

/// <summary>A SafeHandle of one's own, with the raw calls that it alone may make.</summary>
public sealed partial class FindHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public FindHandle()
        : base(ownsHandle: true)
    {
    }

    public FindHandle(nint existing, bool ownsHandle)
        : base(ownsHandle) => SetHandle(existing);

    protected override bool ReleaseHandle() => FindClose(handle);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FindClose(nint hFindFile);
}

public static partial class Files
{
    private static readonly IntPtr InvalidHandleValue = new(-1);

    public static SafeFileHandle Open(string path)
    {
        SafeFileHandle file = CreateFileW(path, 0x80000000, 1, IntPtr.Zero, 3, 0, new SafeFileHandle(IntPtr.Zero, ownsHandle: false));
        if (file.IsInvalid)
        {
            int error = Marshal.GetLastPInvokeError();
            file.Dispose();
            throw new Win32Exception(error);
        }

        return file;
    }

    /// <summary>The way of before SafeHandle marshalling.</summary>
    public static uint TypeOf(SafeFileHandle file)
    {
        bool added = false;
        try
        {
            file.DangerousAddRef(ref added);
            IntPtr raw = file.DangerousGetHandle();
            return raw == InvalidHandleValue ? 0u : Describe(raw);
        }
        finally
        {
            if (added)
            {
                file.DangerousRelease();
            }
        }
    }

    public static (SafePipeHandle Read, SafePipeHandle Write) CreatePipes()
    {
        if (!CreatePipe(out IntPtr read, out IntPtr write, IntPtr.Zero, 0))
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        return (new SafePipeHandle(read, ownsHandle: true), new SafePipeHandle(write, ownsHandle: true));
    }

    public static SafeProcessHandle Start(string command)
    {
        var startup = default(StartupInfo);
        if (!CreateProcessW(null, command, IntPtr.Zero, IntPtr.Zero, false, 0, IntPtr.Zero, null, ref startup, out ProcessInformation information))
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        _ = CloseHandle(information.hThread);
        return new SafeProcessHandle(information.hProcess, ownsHandle: true);
    }

    public static string Title(IntPtr hWnd)
    {
        Span<char> text = stackalloc char[256];
        int length = GetWindowText(hWnd, ref MemoryMarshal.GetReference(text), text.Length);
        return new string(text[..length]);
    }

    public static void Log(SafeFileHandle file) => Console.WriteLine($"handle 0x{file.DangerousGetHandle():x}, open: {file.DangerousGetHandle() != InvalidHandleValue}");

    public static void Inherit(SafeFileHandle file, List<string> arguments)
    {
        arguments.Add(file.DangerousGetHandle().ToString());
        GC.KeepAlive(file);
    }

    private static uint Describe(IntPtr raw) => (uint)raw.ToInt64();

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    private static extern SafeFileHandle CreateFileW(string name, uint access, uint share, IntPtr security, uint disposition, uint flags, SafeFileHandle template);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreatePipe(out IntPtr hReadPipe, out IntPtr hWritePipe, IntPtr security, uint size);

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateProcessW(
        string? application, string command, IntPtr process, IntPtr thread, bool inherit, uint flags, IntPtr environment, string? folder, ref StartupInfo startup, out ProcessInformation information);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CloseHandle(IntPtr hObject);

    [LibraryImport("user32", EntryPoint = "GetWindowTextW")]
    private static partial int GetWindowText(IntPtr hWnd, ref char text, int count);

    [StructLayout(LayoutKind.Sequential)]
    private struct StartupInfo
    {
        public int Size;
        public IntPtr Input;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ProcessInformation
    {
        public IntPtr hProcess;
        public IntPtr hThread;
        public int ProcessId;
        public int ThreadId;
    }
}
