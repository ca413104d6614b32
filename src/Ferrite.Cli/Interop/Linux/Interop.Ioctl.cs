using System.Runtime.InteropServices;

namespace Ferrite.Cli.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const nuint TIOCGWINSZ = 0x5413;

    /// <summary>struct winsize of ioctl_tty(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct WindowSize
    {
        internal ushort Rows;
        internal ushort Columns;
        internal ushort WidthPixels;
        internal ushort HeightPixels;
    }

    /// <summary>ioctl(2) with a struct winsize: <see cref="TIOCGWINSZ"/>.</summary>
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    // SAFETY: called with the standard streams' descriptors only, which nothing in this program closes.
    internal static partial int GetWindowSize(int descriptor, nuint request, WindowSize* size);
}
