using System.Runtime.InteropServices;
using Ferrite.Handles.Interop;
using Ferrite.Handles.Interop.MacOS;

namespace Ferrite.Handles.Internal.Open;

/// <summary>macOS: descriptors.</summary>
internal static unsafe class MacOSHandles
{
    private static bool IsArm64 => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    internal static OSError Duplicate(nint number, out nint duplicate)
    {
        duplicate = FCntl(number, Libc.F_DUPFD_CLOEXEC, UnixHandles.FirstDuplicate);
        return duplicate >= 0 ? OSError.None : OSError.Last("fcntl(F_DUPFD_CLOEXEC)");
    }

    internal static bool IsOpen(nint number) => FCntl(number, Libc.F_GETFD, 0) >= 0;

    internal static FileAccess AccessOf(nint number) => UnixHandles.AccessOf(FCntl(number, Libc.F_GETFL, 0));

    internal static HandleIdentity? Identify(nint number)
    {
        Libc.StatBuffer status;
        // SAFETY: fstat(2) writes one struct stat of 144 bytes, which lives on this stack frame.
        int result = IsArm64 ? Libc.FStatArm64((int)number, &status) : Libc.FStatX64((int)number, &status);
        if (result != 0)
        {
            return null;
        }

        string kind = UnixHandles.KindOf(status.Mode);
        return new HandleIdentity(kind.Length == 0 ? "anonymous" : kind, (uint)status.Device, status.Inode, (status.Born.Seconds * 1_000_000_000) + status.Born.Nanoseconds);
    }

    private static int FCntl(nint number, int command, nint argument) =>
        IsArm64
            ? Libc.FCntlArm64((int)number, command, 0, 0, 0, 0, 0, 0, argument)
            : Libc.FCntlX64((int)number, command, argument);
}
