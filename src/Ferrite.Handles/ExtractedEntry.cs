using System.Runtime.InteropServices;

namespace Ferrite.Handles;

/// <summary>An entry of an archive that was extracted.</summary>
/// <param name="Name">As in the archive.</param>
/// <param name="Kind">File, directory or symbolic link; a hard link is a file.</param>
/// <param name="Length">Bytes that were written.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExtractedEntry(string Name, EntryKind Kind, long Length);
