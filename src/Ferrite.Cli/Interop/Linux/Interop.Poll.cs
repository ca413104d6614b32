using System.Runtime.InteropServices;

namespace Ferrite.Cli.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const short POLLOUT = 4;

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PollDescriptor
    {
        internal int Descriptor;
        internal short Events;
        internal short ReturnedEvents;
    }

    /// <summary>poll(2); −1 milliseconds wait for ever.</summary>
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);
}
