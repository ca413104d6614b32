using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.MacOS;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>
/// Walks files and directories, without following symbolic links below the paths given, without waiting at pipes, whatever bytes names
/// have. The OS is chosen here and nowhere else.
/// </summary>
internal static class FileTree
{
    /// <param name="paths">Where to begin; symbolic links among them are followed.</param>
    /// <param name="oneFileSystem">Whether to leave out directories on other file systems than their path.</param>
    /// <param name="visitor">Is told what is found.</param>
    internal static void Walk(IEnumerable<string> paths, bool oneFileSystem, ITreeVisitor visitor)
    {
        if (OperatingSystem.IsLinux())
        {
            var tree = new LinuxFileTree(oneFileSystem, visitor);
            foreach (byte[] path in CommandLineBytes.Of(paths))
            {
                tree.Walk(path);
            }
        }
        else
        {
            var tree = new PortableFileTree(visitor, OperatingSystem.IsMacOS() ? OpenOnMacOS : OpenAnywhere);
            foreach (string path in paths)
            {
                tree.Walk(path);
            }
        }
    }

    internal static SafeFileHandle OpenAnywhere(string path) => File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);

    /// <summary>The runtime would wait for the writer of a pipe.</summary>
    private static SafeFileHandle OpenOnMacOS(string path)
    {
        SafeFileHandle handle = Libc.Open(path, Libc.O_RDONLY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
        int error = Marshal.GetLastPInvokeError();
        return handle.IsInvalid ? throw new IOException(Marshal.GetPInvokeErrorMessage(error)) : handle;
    }
}
