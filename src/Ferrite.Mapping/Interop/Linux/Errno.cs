namespace Ferrite.Mapping.Interop.Linux;

/// <summary>The error numbers that the calls used here document, from errno(3), as on x64, Arm64 and RISC-V.</summary>
internal enum Errno
{
    EPERM = 1,
    ENOENT = 2,
    EINTR = 4,
    EIO = 5,
    ENXIO = 6,
    EBADF = 9,
    EAGAIN = 11,
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
    ETXTBSY = 26,
    EFBIG = 27,
    ENOSPC = 28,
    EROFS = 30,
    EOVERFLOW = 75,
    ENOSYS = 38,
    ETIMEDOUT = 110,
    EOPNOTSUPP = 95,
    EDQUOT = 122,
    ESTALE = 116,
    EHWPOISON = 133,
}
