using System.Runtime.InteropServices;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>What an archive says of a file.</summary>
/// <param name="Content">Null for none.</param>
/// <param name="Declared">Bytes that it is to have.</param>
/// <param name="Compressed">Bytes that they were compressed to; 0 where that is not known.</param>
/// <param name="Checksum">CRC-32; null where there is none.</param>
/// <param name="Permissions">Null where there are none.</param>
/// <param name="Time">Of the last change.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileContent(
    Stream? Content, long Declared, long Compressed, uint? Checksum, UnixFileMode? Permissions, DateTimeOffset Time);
