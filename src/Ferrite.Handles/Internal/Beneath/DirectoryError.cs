using System.Runtime.InteropServices;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>What the OS, or the walk in its place, said to an operation beneath a directory. Here it becomes an exception.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Call">The call's name, as in its man page.</param>
/// <param name="Code">errno, or the Win32 error code; 0 where the OS was not the one to refuse.</param>
internal readonly record struct DirectoryError(FailureKind Kind, string Call, int Code = 0)
{
    private const int FacilityWin32 = unchecked((int)0x80070000);

    internal static DirectoryError None => default;

    internal bool IsNone => Kind == FailureKind.None;

    /// <param name="name">What the operation was about.</param>
    /// <param name="ofDirectory">Whether that was to be a directory.</param>
    internal void ThrowIfFailed(string name, bool ofDirectory = false)
    {
        if (!IsNone)
        {
            throw ToException(name, ofDirectory);
        }
    }

    internal Exception ToException(string name, bool ofDirectory = false)
    {
        string message = $"'{name}': {Call} failed: {Explanation}.";
        return Kind switch
        {
            FailureKind.Leaves => new PathEscapeException(name, "a link on its way leads outside the directory"),
            FailureKind.NotFound when !ofDirectory => new FileNotFoundException(message, name),
            FailureKind.NotFound or FailureKind.NotADirectory => new DirectoryNotFoundException(message),
            FailureKind.Denied or FailureKind.IsADirectory => new UnauthorizedAccessException(message),
            FailureKind.NameTooLong => new PathTooLongException(message),
            FailureKind.Unsupported => new NotSupportedException(message),
            // As the BCL does: an HRESULT on Windows, errno elsewhere.
            _ => Code == 0 ? new IOException(message) : new IOException(message, OperatingSystem.IsWindows() ? FacilityWin32 | Code : Code),
        };
    }

    private string Explanation => Kind switch
    {
        FailureKind.IsADirectory => "it is a directory",
        FailureKind.IsSpecial => "it is neither a file nor a directory",
        FailureKind.IsLink => "it is a link",
        FailureKind.TooManyLinks => "too many symbolic links on its way",
        FailureKind.IsShared => "another has it open, and does not share it",
        FailureKind.Moved => "it moved again and again",
        FailureKind.NotADirectory when Code == 0 => "a part of it is not a directory",
        FailureKind.NotFound when Code == 0 => "it is not there",
        FailureKind.Unsupported when Code == 0 => "this OS, or this file system, cannot do that",
        _ => Marshal.GetPInvokeErrorMessage(Code),
    };
}
