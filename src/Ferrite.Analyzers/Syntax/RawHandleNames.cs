using Microsoft.CodeAnalysis;

namespace Ferrite.Analyzers.Syntax;

/// <summary>
/// Parameters that are a raw file, socket, process, thread or synchronization handle by the names that headers give them. Window, menu,
/// module and other handles have no SafeHandle, and <c>handle</c> alone may be anything: those are not here.
/// </summary>
internal static class RawHandleNames
{
    private static readonly Dictionary<string, string> Pointers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hFile"] = "SafeFileHandle",
        ["fileHandle"] = "SafeFileHandle",
        ["hDevice"] = "SafeFileHandle",
        ["hDirectory"] = "SafeFileHandle",
        ["directoryHandle"] = "SafeFileHandle",
        ["hNamedPipe"] = "SafePipeHandle",
        ["hPipe"] = "SafePipeHandle",
        ["pipeHandle"] = "SafePipeHandle",
        ["hReadPipe"] = "SafePipeHandle",
        ["hWritePipe"] = "SafePipeHandle",
        ["hSocket"] = "SafeSocketHandle",
        ["socketHandle"] = "SafeSocketHandle",
        ["hProcess"] = "SafeProcessHandle",
        ["processHandle"] = "SafeProcessHandle",
        ["hEvent"] = "SafeWaitHandle",
        ["eventHandle"] = "SafeWaitHandle",
        ["hMutex"] = "SafeWaitHandle",
        ["mutexHandle"] = "SafeWaitHandle",
        ["hSemaphore"] = "SafeWaitHandle",
        ["hTimer"] = "SafeWaitHandle",
        ["waitHandle"] = "SafeWaitHandle",
        ["hThread"] = "SafeHandle",
        ["threadHandle"] = "SafeHandle",
        ["hToken"] = "SafeHandle",
        ["tokenHandle"] = "SafeHandle",
        ["hJob"] = "SafeHandle",
        ["hObject"] = "SafeHandle",
        ["hSourceHandle"] = "SafeHandle",
        ["hFileMappingObject"] = "SafeHandle",
        ["completionPort"] = "SafeHandle",
    };

    /// <summary>What owns such a handle: a type of Microsoft.Win32.SafeHandles or System.Net.Sockets, else SafeHandle itself. Null where it is no handle for certain.</summary>
    internal static string? OwnerOf(IParameterSymbol parameter) => parameter.RefKind is not RefKind.None
        ? null
        : parameter.Type.SpecialType switch
        {
            SpecialType.System_IntPtr => Pointers.TryGetValue(parameter.Name.Replace("_", ""), out string? owner) ? owner : OfDescriptor(parameter.Name),
            SpecialType.System_Int32 => OfDescriptor(parameter.Name),
            _ => null,
        };

    /// <summary>The same for a function of a library: in libc a <c>descriptor</c> is one of a file.</summary>
    internal static string? OwnerOf(IParameterSymbol parameter, string library) =>
        OwnerOf(parameter) ?? (parameter is { RefKind: RefKind.None, Name: "descriptor", Type.SpecialType: SpecialType.System_Int32 } && library.StartsWith("libc", StringComparison.Ordinal)
            ? "SafeFileHandle"
            : null);

    /// <summary><c>dirfd</c> is missing: it may be AT_FDCWD, which nobody owns.</summary>
    private static string? OfDescriptor(string name) => name.Replace("_", "").ToUpperInvariant() switch
    {
        "FD" or "FILEDES" or "FILDES" or "FILEDESCRIPTOR" or "INFD" or "OUTFD" or "FDIN" or "FDOUT" or "EPFD" or "TIMERFD" or "EVENTFD" => "SafeFileHandle",
        "SOCKFD" or "SOCKETFD" or "SOCKETDESCRIPTOR" => "SafeSocketHandle",
        _ => null,
    };
}
