using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Internal.Watching;

/// <summary>Which file it is, whatever its name. With the time of its birth, since file systems use the numbers of deleted files again.</summary>
/// <param name="Device">Of the file system; 0 where the OS isn't asked.</param>
/// <param name="Number">Of the inode; 0 where the OS isn't asked.</param>
/// <param name="Born">In nanoseconds from 1970; 0 where the file system doesn't know.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileIdentity(ulong Device, ulong Number, long Born);
