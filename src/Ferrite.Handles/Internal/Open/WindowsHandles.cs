using Ferrite.Handles.Interop;
using Ferrite.Handles.Interop.Windows;

namespace Ferrite.Handles.Internal.Open;

/// <summary>Windows: handles of kernel objects, and sockets, which have calls of their own.</summary>
internal static unsafe class WindowsHandles
{
    internal static OSError Duplicate(HandleKind kind, nint number, out nint duplicate)
    {
        if (kind == HandleKind.Socket)
        {
            return DuplicateSocket(number, out duplicate);
        }

        nint process = Kernel32.GetCurrentProcess();
        nint result = 0;
        // SAFETY: DuplicateHandle writes one handle, which lives on this stack frame.
        bool done = Kernel32.DuplicateHandle(process, number, process, &result, 0, inherit: false, Kernel32.DUPLICATE_SAME_ACCESS);
        OSError error = done ? OSError.None : OSError.Last("DuplicateHandle");
        duplicate = result;
        return error;
    }

    internal static OSError Close(HandleKind kind, nint number) =>
        kind == HandleKind.Socket
            ? Ws2_32.CloseSocket(number) == 0 ? OSError.None : OSError.Last("closesocket")
            : Kernel32.CloseHandle(number) ? OSError.None : OSError.Last("CloseHandle");

    internal static bool IsOpen(nint number)
    {
        uint flags;
        // SAFETY: GetHandleInformation writes one DWORD, which lives on this stack frame.
        return Kernel32.GetHandleInformation(number, &flags);
    }

    internal static HandleIdentity? Identify(HandleKind kind, nint number)
    {
        if (!IsOpen(number))
        {
            return null;
        }

        if (kind == HandleKind.Socket)
        {
            return new HandleIdentity(HandleKinds.Socket, 0, 0, 0);
        }

        switch (Kernel32.GetFileType(number))
        {
            case Kernel32.FILE_TYPE_DISK:
                Kernel32.FILE_ID_INFO id = default;
                // SAFETY: GetFileInformationByHandleEx writes one FILE_ID_INFO of the size given, which lives on this stack frame.
                bool known = Kernel32.GetFileInformationByHandleEx(number, Kernel32.FileIdInfo, &id, (uint)sizeof(Kernel32.FILE_ID_INFO));
                return known
                    ? new HandleIdentity("file", id.VolumeSerialNumber, new UInt128(id.FileId.High, id.FileId.Low), 0)
                    : new HandleIdentity("file", 0, 0, 0);
            case Kernel32.FILE_TYPE_PIPE:
                return new HandleIdentity("pipe", 0, 0, 0);
            case Kernel32.FILE_TYPE_CHAR:
                return new HandleIdentity("character device", 0, 0, 0);
            default:
                return new HandleIdentity("object", 0, 0, 0);
        }
    }

    internal static bool? AreSame(nint first, nint second) => KernelBase.CompareObjectHandles(first, second);

    private static OSError DuplicateSocket(nint number, out nint duplicate)
    {
        Ws2_32.WSAPROTOCOL_INFOW info;
        duplicate = -1;
        // SAFETY: WSADuplicateSocketW writes one WSAPROTOCOL_INFOW of 628 bytes, which lives on this stack frame.
        if (Ws2_32.WSADuplicateSocketW(number, (uint)Environment.ProcessId, &info) != 0)
        {
            return OSError.Last("WSADuplicateSocket");
        }

        int any = Ws2_32.FROM_PROTOCOL_INFO;
        // SAFETY: WSASocketW reads the WSAPROTOCOL_INFOW that the call above filled.
        duplicate = Ws2_32.WSASocketW(any, any, any, &info, 0, Ws2_32.WSA_FLAG_OVERLAPPED | Ws2_32.WSA_FLAG_NO_HANDLE_INHERIT);
        return duplicate != -1 ? OSError.None : OSError.Last("WSASocket");
    }
}
