using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Ws2_32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasocketw">WSASocketW</see>. INVALID_SOCKET, -1, on
    /// failure.
    /// </summary>
    [LibraryImport("ws2_32", SetLastError = true)]
    internal static partial nint WSASocketW(int family, int type, int protocol, WSAPROTOCOL_INFOW* info, uint group, uint flags);
}
