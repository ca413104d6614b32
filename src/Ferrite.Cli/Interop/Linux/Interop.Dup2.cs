using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Interop.Linux;

internal static partial class Libc
{
    /// <summary>dup2(2).</summary>
    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    // SAFETY: called with the standard streams' descriptors only, which are replaced as a whole and stay open.
    internal static partial int Dup2(SafeFileHandle file, int descriptor);
}
