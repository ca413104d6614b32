using System.Runtime.InteropServices;

namespace Ferrite.Handles;

/// <summary>An entry of an archive that was refused.</summary>
/// <param name="Name">As in the archive: not to be printed as it is, nor to be used as a path.</param>
/// <param name="Reason">Why.</param>
/// <param name="Message">Why, in words, with the name; control characters are escaped.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RefusedEntry(string Name, RefusalReason Reason, string Message);
