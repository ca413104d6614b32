using Ferrite.Mapping.Interop.Linux;
using Microsoft.Win32.SafeHandles;
using Errno = Ferrite.Handles.Interop.Linux.Errno;
using HandlesLibc = Ferrite.Handles.Interop.Linux.Libc;

namespace Ferrite.Mapping.Internal;

internal static partial class LinuxBackend
{
    internal static OSError CreateAnonymous(bool ofHugePages, out SafeFileHandle file)
    {
        uint flags = Libc.MFD_CLOEXEC | Libc.MFD_ALLOW_SEALING | (ofHugePages ? Libc.MFD_HUGETLB : 0);
        OSError error = CreateMemFd(flags | Libc.MFD_NOEXEC_SEAL, out file);
        return error.Code == (int)Errno.EINVAL ? CreateMemFd(flags, out file) : error;
    }

    private static OSError CreateMemFd(uint flags, out SafeFileHandle file)
    {
        int descriptor = Libc.MemFdCreate("ferrite", flags);
        OSError error = descriptor >= 0 ? OSError.None : OSError.Last("memfd_create");
        file = new SafeFileHandle(descriptor, ownsHandle: true);
        return error;
    }

    internal static OSError Seal(SafeFileHandle file, FileSeals seals)
    {
        int argument = (seals.HasFlag(FileSeals.Shrink) ? Seals.F_SEAL_SHRINK : 0) | (seals.HasFlag(FileSeals.Grow) ? Seals.F_SEAL_GROW : 0);
        return HandlesLibc.FCntl(file, Seals.F_ADD_SEALS, argument) == 0 ? OSError.None : OSError.Last("fcntl(F_ADD_SEALS)");
    }

    /// <summary>EINVAL: a file that can't have any.</summary>
    internal static FileSeals GetSeals(SafeFileHandle file)
    {
        int seals = HandlesLibc.FCntl(file, Seals.F_GET_SEALS, 0);
        if (seals < 0)
        {
            return FileSeals.None;
        }

        FileSeals shrink = (seals & Seals.F_SEAL_SHRINK) != 0 ? FileSeals.Shrink : FileSeals.None;
        FileSeals grow = (seals & Seals.F_SEAL_GROW) != 0 ? FileSeals.Grow : FileSeals.None;
        return shrink | grow;
    }
}
