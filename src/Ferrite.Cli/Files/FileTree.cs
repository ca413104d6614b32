using System.Runtime.InteropServices;
using System.Text;
using Ferrite.Cli.Interop.MacOS;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>
/// Walks files and directories, without waiting at pipes, whatever bytes names have. The OS is chosen here and nowhere else.
/// </summary>
internal static class FileTree
{
    /// <param name="selection">What to walk.</param>
    /// <param name="visitor">Is told what is found.</param>
    internal static void Walk(TreeSelection selection, ITreeVisitor visitor)
    {
        if (OperatingSystem.IsLinux())
        {
            var tree = new LinuxFileTree(selection, visitor);
            foreach (byte[] path in CommandLineBytes.Of(selection.Paths).TakeWhile(_ => !visitor.IsStopped))
            {
                tree.Walk(path);
            }
        }
        else
        {
            PortableFileTree tree = CreatePortable(selection, visitor);
            foreach (string path in selection.Paths.TakeWhile(_ => !visitor.IsStopped))
            {
                tree.Walk(path);
            }
        }
    }

    /// <summary>One path, by its bytes; a visitor that is stopped by a directory isn't told what is in it.</summary>
    internal static void Visit(ReadOnlySpan<byte> path, ITreeVisitor visitor)
    {
        var selection = new TreeSelection();
        if (OperatingSystem.IsLinux())
        {
            new LinuxFileTree(selection, visitor).Walk(path);
        }
        else
        {
            CreatePortable(selection, visitor).Walk(Encoding.UTF8.GetString(path));
        }
    }

    internal static SafeFileHandle OpenAnywhere(string path) => File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);

    private static PortableFileTree CreatePortable(TreeSelection selection, ITreeVisitor visitor) =>
        new(selection, visitor, OperatingSystem.IsMacOS() ? OpenOnMacOS : OpenAnywhere);

    /// <summary>The runtime would wait for the writer of a pipe.</summary>
    private static SafeFileHandle OpenOnMacOS(string path)
    {
        SafeFileHandle handle = Libc.Open(path, Libc.O_RDONLY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
        int error = Marshal.GetLastPInvokeError();
        return handle.IsInvalid ? throw new IOException(Marshal.GetPInvokeErrorMessage(error)) : handle;
    }
}
