using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop;

/// <summary>
/// What the OS said to a call: nothing (<see cref="IsNone"/>), or an error number. The one place where error numbers become exceptions.
/// </summary>
/// <param name="Call">The call's name, as in its man page.</param>
/// <param name="Code">errno, or the Win32 error code.</param>
internal readonly record struct OSError(string? Call, int Code)
{
    internal static OSError None => default;

    internal bool IsNone => Call is null;

    /// <summary>The error of the P/Invoke just made: to be read on the very next statement.</summary>
    internal static OSError Last(string call) => new(call, Marshal.GetLastPInvokeError());

    internal void ThrowIfFailed(string? path)
    {
        if (!IsNone)
        {
            throw ToException(path);
        }
    }

    /// <param name="path">Of the file, if it has one.</param>
    /// <param name="detail">What else there is to say about it.</param>
    internal Exception ToException(string? path, string? detail = null)
    {
        string? name = OSErrorNames.Find(Code);
        string message = $"{Call} of {(path is null ? "the file" : $"'{path}'")} failed: {name ?? "error " + Code} ({Marshal.GetPInvokeErrorMessage(Code)}){(detail is null ? "" : "; " + detail)}.";
        return name switch
        {
            "EACCES" or "EPERM" or "EROFS" or "ERROR_ACCESS_DENIED" => new UnauthorizedAccessException(message),
            "ENOENT" or "ERROR_FILE_NOT_FOUND" => new FileNotFoundException(message, path),
            // As the BCL does: an HRESULT on Windows, errno elsewhere.
            _ => new IOException(message, OperatingSystem.IsWindows() ? unchecked((int)0x80070000) | Code : Code),
        };
    }
}
