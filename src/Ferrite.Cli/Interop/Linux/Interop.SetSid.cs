using System.Runtime.InteropServices;

namespace Ferrite.Cli.Interop.Linux;

internal static partial class Libc
{
    /// <summary>setsid(2).</summary>
    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    internal static partial int SetSid();
}
