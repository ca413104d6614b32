using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static partial class Ws2_32
{
    /// <summary><see href="https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket">closesocket</see>.</summary>
    [LibraryImport("ws2_32", EntryPoint = "closesocket", SetLastError = true)]
    internal static partial int CloseSocket(nint socket);
}
