using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.Linux;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>
/// Linux: every name is opened relative to its directory, so a path may be longer than PATH_MAX, and a directory that is moved or replaced
/// by a link during the walk leads nowhere else.
/// </summary>
internal sealed unsafe class LinuxFileTree(bool oneFileSystem, ITreeVisitor visitor)
{
    private const int OpenFlags = Libc.O_RDONLY | Libc.O_NONBLOCK | Libc.O_NOCTTY | Libc.O_CLOEXEC;
    private const uint Mask = Libc.STATX_TYPE | Libc.STATX_INO | Libc.STATX_SIZE;

    private readonly PathBuilder _path = new();

    internal void Walk(ReadOnlySpan<byte> path)
    {
        _path.Reset(path);
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
                Visit(handle, error, null);
            }
        }
    }

    /// <summary>What was opened, whatever it had been before; or else the error of opening it.</summary>
    private void Visit(SafeFileHandle handle, int error, FileIdentity? parent)
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
        switch (status.Mode & Libc.S_IFMT)
        {
            case Libc.S_IFREG:
                visitor.OnFile(new FoundFile(_path.Path, handle, (long)status.Size, identity));
                break;
            case Libc.S_IFDIR when !oneFileSystem || parent is null || parent.Value.Device == identity.Device:
                VisitEntries(handle, identity);
                break;
            case Libc.S_IFDIR:
                break;
            default:
                visitor.OnPassedOver();
                break;
        }
    }

    private void VisitEntries(SafeFileHandle directory, FileIdentity identity)
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

        foreach (DirectoryReader.Entry entry in entries)
        {
            int before = _path.Enter(entry.NameSpan);
            VisitEntry(directory, entry, identity);
            _path.Leave(before);
        }
    }

    private void VisitEntry(SafeFileHandle directory, DirectoryReader.Entry entry, FileIdentity parent)
    {
        fixed (byte* name = entry.Name)
        {
            byte type = entry.Type == Libc.DT_UNKNOWN ? TypeOf(directory, name) : entry.Type;
            switch (type)
            {
                case Libc.DT_REG or Libc.DT_DIR:
                    // SAFETY: openat(2) reads a NUL-terminated path.
                    using (SafeFileHandle handle = Libc.OpenAt(directory, name, OpenFlags | Libc.O_NOFOLLOW))
                    {
                        int error = Marshal.GetLastPInvokeError();
                        Visit(handle, error, parent);
                    }

                    break;
                case Libc.DT_LNK or Libc.DT_UNKNOWN:
                    break;
                default:
                    visitor.OnPassedOver();
                    break;
            }
        }
    }

    /// <summary>Asked before opening: to open a device may do something. DT_UNKNOWN where it can't be told, which is reported.</summary>
    private byte TypeOf(SafeFileHandle directory, byte* name)
    {
        Libc.StatxBuffer status;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes.
        if (Libc.Statx(directory, name, Libc.AT_SYMLINK_NOFOLLOW, Libc.STATX_TYPE, &status) != 0)
        {
            Fail(Marshal.GetLastPInvokeError());
            return Libc.DT_UNKNOWN;
        }

        // DT_… are the bits of S_IFMT.
        return (byte)((status.Mode & Libc.S_IFMT) >> 12);
    }

    private void Fail(int error) => visitor.OnFailure(_path.Path, Marshal.GetPInvokeErrorMessage(error));
}
