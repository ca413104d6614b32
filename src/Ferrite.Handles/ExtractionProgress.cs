using System.Runtime.InteropServices;

namespace Ferrite.Handles;

/// <summary>How far an extraction has come: told after each entry, and after every 4 MiB of a long one.</summary>
/// <param name="Name">The entry it is at, as in the archive.</param>
/// <param name="Entries">Entries looked at, this one included.</param>
/// <param name="Length">Bytes written in all.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExtractionProgress(string Name, int Entries, long Length);
