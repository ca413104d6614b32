namespace Ferrite.Handles.Interop.MacOS;

/// <summary>The error numbers that the calls used here document, from &lt;sys/errno.h&gt; of macOS.</summary>
internal enum Errno
{
    EPERM = 1,
    ENOENT = 2,
    EINTR = 4,
    EIO = 5,
    ENXIO = 6,
    EBADF = 9,
    ENOMEM = 12,
    EACCES = 13,
    EFAULT = 14,
    EBUSY = 16,
    ENODEV = 19,
    ENOTDIR = 20,
    EISDIR = 21,
    EINVAL = 22,
    ENFILE = 23,
    EMFILE = 24,
    ENOTTY = 25,
    EFBIG = 27,
    ENOSPC = 28,
    EROFS = 30,
    EAGAIN = 35,
    ENOTSUP = 45,
    EDQUOT = 69,
    ESTALE = 70,
    ENOSYS = 78,
    EOVERFLOW = 84,
    EOPNOTSUPP = 102,
}
