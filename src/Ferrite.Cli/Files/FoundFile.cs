using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>A regular file, open for reading while it is handed out.</summary>
/// <param name="Path">As it was reached from the path that was asked for.</param>
/// <param name="Handle">The open file; closed by the tree.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Identity">The same for every name of the same file.</param>
internal readonly record struct FoundFile(PathBytes Path, SafeFileHandle Handle, long Size, FileIdentity Identity);
