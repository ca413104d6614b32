using System.Runtime.InteropServices;

namespace Ferrite.Mapping;

/// <summary>A change of a watched file, or several that came close together.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Length">Bytes of the file that has the path now, whichever that is; null where none has.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FileChange(FileChangeKind Kind, long? Length);
