using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>What a <see cref="Walk"/> needs of an OS. Names are single components; none of the calls follows a link.</summary>
internal interface IWalkCalls
{
    /// <summary>Opens a directory to walk through it. <see cref="FailureKind.NotADirectory"/> also where it is a link.</summary>
    DirectoryError OpenDirectory(SafeFileHandle parent, string name, out SafeFileHandle directory);

    /// <summary>Where a link leads; <see cref="FailureKind.IsNoLink"/> where it is none.</summary>
    DirectoryError ReadLink(SafeFileHandle parent, string name, out string target);

    DirectoryError GetKind(SafeFileHandle parent, string name, out EntryKind kind);
}
