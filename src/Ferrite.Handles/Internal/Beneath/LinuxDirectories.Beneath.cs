using Ferrite.Handles.Interop.Linux;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;
using Libc = Ferrite.Handles.Interop.Linux.Libc;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class LinuxDirectories
{
    /// <summary>How often openat2 is asked again while renames elsewhere keep it from being sure.</summary>
    private const int MostAttempts = 32;

    private static volatile bool _lacksOpenAt2;

    /// <summary>Whether the kernel was found to have no openat2, or a filter to refuse it: every opening is a walk then.</summary>
    internal static bool LacksOpenAt2
    {
        get => _lacksOpenAt2;
        set => _lacksOpenAt2 = value;
    }

    protected override DirectoryError OpenBeneath(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle handle)
    {
        bool isRefused = false;
        if (!_lacksOpenAt2)
        {
            DirectoryError error = OpenAt2(root, name, flags, mode, out handle);
            switch ((Errno)error.Code)
            {
                case Errno.ENOSYS:
                    _lacksOpenAt2 = true;
                    break;
                case Errno.EPERM:
                    isRefused = true;
                    break;
                // Moved without end; or a link of the kernel's own, which the walk tells from too many others.
                case Errno.EAGAIN or Errno.ELOOP:
                    break;
                default:
                    return error;
            }

            handle.Dispose();
        }

        if (UnixName.MostBytes(name) >= PathMax && UnixName.CountBytes(name) >= PathMax)
        {
            handle = new SafeFileHandle();
            return new DirectoryError(FailureKind.NameTooLong, "openat", (int)Errno.ENAMETOOLONG);
        }

        DirectoryError walked = OpenByWalk(root, name, flags, mode, out handle);
        // Then EPERM was no answer about this name: it was a filter's, which will not change.
        _lacksOpenAt2 |= isRefused && walked.Code != (int)Errno.EPERM;
        return walked;
    }

    private unsafe DirectoryError OpenAt2(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle handle)
    {
        var how = new Libc.OpenHow { Flags = (uint)flags, Mode = mode, Resolve = Libc.RESOLVE_BENEATH | Libc.RESOLVE_NO_MAGICLINKS };
        for (int attempt = 0; ; attempt++)
        {
            // SAFETY: openat2(2) reads one struct open_how of the given size, which lives on this stack frame.
            handle = Libc.OpenAt2(Libc.SYS_openat2, root, name, &how, (nuint)sizeof(Libc.OpenHow));
            if (!handle.IsInvalid)
            {
                return DirectoryError.None;
            }

            DirectoryError error = LastError("openat2");
            if (error.Code == (int)Errno.EXDEV)
            {
                return error with { Kind = FailureKind.Leaves };
            }

            if (error.Code != (int)Errno.EINTR && (error.Code != (int)Errno.EAGAIN || attempt == MostAttempts))
            {
                return error;
            }

            handle.Dispose();
        }
    }
}
