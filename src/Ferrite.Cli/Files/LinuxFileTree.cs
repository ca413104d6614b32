using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.Linux;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>
/// Linux: every name is opened relative to its directory, so a path may be longer than PATH_MAX, and a directory that is moved or replaced
/// by a link during the walk leads nowhere else, unless links are to be followed.
/// </summary>
internal sealed unsafe class LinuxFileTree(TreeSelection selection, ITreeVisitor visitor)
{
    private const int OpenFlags = Libc.O_RDONLY | Libc.O_NONBLOCK | Libc.O_NOCTTY | Libc.O_CLOEXEC;
    private const uint Mask = Libc.STATX_TYPE | Libc.STATX_INO | Libc.STATX_SIZE;

    private readonly PathBuilder _path = new();

    /// <summary>The directories that were walked; null where no link can lead to one of them again.</summary>
    private readonly HashSet<FileIdentity>? _walked = selection.Follow ? [] : null;

    /// <summary>What the path that was asked for is; null as long as it isn't open.</summary>
    private FileIdentity? _root;

    internal void Walk(ReadOnlySpan<byte> path)
    {
        _path.Reset(path);
        _root = null;
        fixed (byte* name = (byte[])[.. path, 0])
        {
            Libc.StatxBuffer status;
            // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes.
            if (Libc.Statx(Libc.AT_FDCWD, name, 0, Mask, &status) != 0)
            {
                Fail(Marshal.GetLastPInvokeError());
            }
            else if ((status.Mode & Libc.S_IFMT) is not (Libc.S_IFREG or Libc.S_IFDIR))
            {
                visitor.OnFailure(_path.Path, "Neither a file nor a directory");
            }
            else
            {
                // SAFETY: openat(2) reads a NUL-terminated path.
                using SafeFileHandle handle = Libc.OpenAt(Libc.AT_FDCWD, name, OpenFlags);
                int error = Marshal.GetLastPInvokeError();
                Visit(handle, error);
            }
        }
    }

    /// <summary>What was opened, whatever it had been before; or else the error of opening it.</summary>
    private void Visit(SafeFileHandle handle, int error)
    {
        if (handle.IsInvalid)
        {
            Fail(error);
            return;
        }

        Libc.StatxBuffer status;
        byte empty = 0;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes; both live on this stack frame.
        if (Libc.Statx(handle, &empty, Libc.AT_EMPTY_PATH, Mask, &status) != 0)
        {
            Fail(Marshal.GetLastPInvokeError());
            return;
        }

        var identity = new FileIdentity(((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode);
        bool isRoot = _root is null;
        _root ??= identity;
        if (selection.OneFileSystem && identity.Device != _root.Value.Device)
        {
            visitor.OnPassedOver(PassedOver.OtherFileSystem);
            return;
        }

        switch (status.Mode & Libc.S_IFMT)
        {
            case Libc.S_IFREG:
                visitor.OnFile(new FoundFile(_path.Path, handle, (long)status.Size, identity));
                break;
            case Libc.S_IFDIR when _walked?.Add(identity) == false && !isRoot:
                visitor.OnPassedOver(PassedOver.WalkedAlready);
                break;
            case Libc.S_IFDIR:
                VisitEntries(handle);
                break;
            default:
                visitor.OnPassedOver(PassedOver.Special);
                break;
        }
    }

    private void VisitEntries(SafeFileHandle directory)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            visitor.OnFailure(_path.Path, "Directories are nested too deeply");
            return;
        }

        visitor.OnDirectory();
        List<DirectoryReader.Entry> entries = [];
        int error = DirectoryReader.Read(directory, entries);
        if (error != 0)
        {
            Fail(error);
        }

        for (int i = 0; i < entries.Count && !visitor.IsStopped; i++)
        {
            int before = _path.Enter(entries[i].NameSpan);
            VisitEntry(directory, entries[i]);
            _path.Leave(before);
        }
    }

    private void VisitEntry(SafeFileHandle directory, DirectoryReader.Entry entry)
    {
        fixed (byte* name = entry.Name)
        {
            byte type = entry.Type == Libc.DT_UNKNOWN ? TypeOf(directory, name, Libc.AT_SYMLINK_NOFOLLOW) : entry.Type;
            bool follow = type == Libc.DT_LNK && selection.Follow;
            type = follow ? TypeOf(directory, name, 0) : type;
            if (type is Libc.DT_LNK or Libc.DT_UNKNOWN || !selection.Takes(_path.BelowRoot, isDirectory: type == Libc.DT_DIR))
            {
                return;
            }

            if (type is not (Libc.DT_REG or Libc.DT_DIR))
            {
                visitor.OnPassedOver(PassedOver.Special);
                return;
            }

            // SAFETY: openat(2) reads a NUL-terminated path.
            using SafeFileHandle handle = Libc.OpenAt(directory, name, follow ? OpenFlags : OpenFlags | Libc.O_NOFOLLOW);
            int error = Marshal.GetLastPInvokeError();
            Visit(handle, error);
        }
    }

    /// <summary>Asked before opening: to open a device may do something. DT_UNKNOWN where it can't be told, which is reported.</summary>
    private byte TypeOf(SafeFileHandle directory, byte* name, int flags)
    {
        Libc.StatxBuffer status;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes.
        if (Libc.Statx(directory, name, flags, Libc.STATX_TYPE, &status) != 0)
        {
            Fail(Marshal.GetLastPInvokeError());
            return Libc.DT_UNKNOWN;
        }

        // DT_… are the bits of S_IFMT.
        return (byte)((status.Mode & Libc.S_IFMT) >> 12);
    }

    private void Fail(int error) => visitor.OnFailure(_path.Path, Marshal.GetPInvokeErrorMessage(error));
}
