using System.Runtime.InteropServices;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>How a file is to be opened.</summary>
/// <param name="Mode">Open, CreateNew, Create or OpenOrCreate.</param>
/// <param name="Access">What for.</param>
/// <param name="Share">What others may do meanwhile.</param>
/// <param name="Options">As the BCL has them.</param>
/// <param name="Permissions">Of a file that is made, before the umask.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileRequest(FileMode Mode, FileAccess Access, FileShare Share, FileOptions Options, UnixFileMode Permissions)
{
    internal const UnixFileMode UsualForFiles =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    internal const UnixFileMode UsualForDirectories =
        UsualForFiles | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    internal bool Creates => Mode != FileMode.Open;

    /// <summary>Whether what is there already has to be emptied.</summary>
    internal bool Empties => Mode == FileMode.Create;
}
