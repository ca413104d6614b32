using System.Runtime.InteropServices;

namespace Ferrite.Handles.Internal.Open;

/// <summary>
/// What is behind a number. Two openings of one file have the same identity; so have all event descriptors, which the kernel gives one
/// inode: those differ by their kind only.
/// </summary>
/// <param name="Kind">File, directory, pipe, socket, anon_inode:[eventfd].</param>
/// <param name="Device">The file system; on Windows the volume.</param>
/// <param name="Number">The inode; on Windows the file's identifier. 0 where the OS tells none.</param>
/// <param name="Born">A time that tells apart two files that had one inode after the other; 0 where the file system keeps none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HandleIdentity(string Kind, ulong Device, UInt128 Number, long Born)
{
    public override string ToString() => Number == 0 ? Kind : $"{Kind} {Number} of device {Device:x}";
}
