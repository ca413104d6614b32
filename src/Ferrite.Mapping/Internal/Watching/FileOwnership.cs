using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Internal.Watching;

/// <summary>Who may do what with a file.</summary>
/// <param name="Mode">Permissions, or attributes where the OS has those instead.</param>
/// <param name="User">Owner; 0 where the OS isn't asked.</param>
/// <param name="Group">Group; 0 where the OS isn't asked.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileOwnership(int Mode, uint User, uint Group);
