using System.Runtime.InteropServices;

namespace Ferrite.Handles;

/// <summary>A name in a directory.</summary>
/// <param name="Name">
/// One component. On Unix, bytes that are no UTF-8 stand as lone surrogates (U+DC80 to U+DCFF, as in Python): such a name can be given back to
/// the members of <see cref="DirectoryHandle"/>, but printed it is unreadable, and other APIs do not find it.
/// </param>
/// <param name="Kind">What it stood for when the directory was read. Links are not followed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DirectoryEntry(string Name, EntryKind Kind);
