using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Ws2_32
{
    internal const int FROM_PROTOCOL_INFO = -1;
    internal const uint WSA_FLAG_OVERLAPPED = 0x01;
    internal const uint WSA_FLAG_NO_HANDLE_INHERIT = 0x80;

    /// <summary>struct WSAPROTOCOL_INFOW: filled and handed on, never looked into.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 628)]
    internal struct WSAPROTOCOL_INFOW
    {
        [FieldOffset(0)] internal uint ServiceFlags1;
    }

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaduplicatesocketw">WSADuplicateSocketW</see>: what
    /// WSASocketW makes a socket of. 0, or SOCKET_ERROR.
    /// </summary>
    [LibraryImport("ws2_32", SetLastError = true)]
    internal static partial int WSADuplicateSocketW(nint socket, uint process, WSAPROTOCOL_INFOW* info);
}
