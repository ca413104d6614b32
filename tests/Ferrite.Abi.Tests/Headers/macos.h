/*
 * What the interop types of macOS are checked against: on macOS its own headers; elsewhere the values that Apple published, in
 * github.com/apple-oss-distributions/xnu (bsd/sys/dirent.h, bsd/sys/errno.h, bsd/sys/fcntl.h, bsd/sys/mman.h, bsd/sys/resource.h, bsd/sys/stat.h), as read in 2025. off_t has 64 bits there.
 */
#ifdef __APPLE__
#include <errno.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#define ferrite_timespec timespec
#else
/* errno.h */
#define EPERM 1
#define ENOENT 2
#define EINTR 4
#define EIO 5
#define ENXIO 6
#define EBADF 9
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define EBUSY 16
#define EEXIST 17
#define EXDEV 18
#define ENODEV 19
#define ENOTDIR 20
#define EISDIR 21
#define EINVAL 22
#define ENFILE 23
#define EMFILE 24
#define ENOTTY 25
#define EFBIG 27
#define ENOSPC 28
#define EROFS 30
#define EAGAIN 35
#define ENOTSUP 45
#define ELOOP 62
#define ENAMETOOLONG 63
#define ENOTEMPTY 66
#define EDQUOT 69
#define ESTALE 70
#define ENOSYS 78
#define EOVERFLOW 84
#define EOPNOTSUPP 102

/* sys/resource.h */
#define RLIMIT_FSIZE 1
struct rlimit {
    uint64_t rlim_cur;
    uint64_t rlim_max;
};

/* fcntl.h */
#define O_RDONLY 0x0000
#define O_WRONLY 0x0001
#define O_RDWR 0x0002
#define O_ACCMODE 0x0003
#define F_GETFD 1
#define F_GETFL 3
#define F_DUPFD_CLOEXEC 67
#define LOCK_SH 0x01
#define LOCK_EX 0x02
#define LOCK_NB 0x04
#define O_NONBLOCK 0x00000004
#define O_SYNC 0x00000080
#define O_NOFOLLOW 0x00000100
#define O_CREAT 0x00000200
#define O_EXCL 0x00000800
#define O_DIRECTORY 0x00100000
#define AT_SYMLINK_NOFOLLOW 0x0020
#define AT_REMOVEDIR 0x0080
#define O_NOCTTY 0x00020000
#define O_CLOEXEC 0x01000000
#define F_PREALLOCATE 42
#define F_RDADVISE 44
#define F_FULLFSYNC 51
#define F_ALLOCATEALL 0x00000004
#define F_PEOFPOSMODE 3
typedef struct fstore {
    unsigned int fst_flags;
    int fst_posmode;
    int64_t fst_offset;
    int64_t fst_length;
    int64_t fst_bytesalloc;
} fstore_t;
struct radvisory {
    int64_t ra_offset;
    int ra_count;
};

/* sys/stat.h, dirent.h */
#define S_IFMT 0170000
#define S_IFIFO 0010000
#define S_IFCHR 0020000
#define S_IFDIR 0040000
#define S_IFBLK 0060000
#define S_IFREG 0100000
#define S_IFLNK 0120000
#define S_IFSOCK 0140000
#define DT_UNKNOWN 0
struct ferrite_timespec {
    int64_t tv_sec;
    int64_t tv_nsec;
};
struct stat {
    int32_t st_dev;
    uint16_t st_mode;
    uint16_t st_nlink;
    uint64_t st_ino;
    uint32_t st_uid;
    uint32_t st_gid;
    int32_t st_rdev;
    struct ferrite_timespec st_atimespec;
    struct ferrite_timespec st_mtimespec;
    struct ferrite_timespec st_ctimespec;
    struct ferrite_timespec st_birthtimespec;
    int64_t st_size;
    int64_t st_blocks;
    int32_t st_blksize;
    uint32_t st_flags;
    uint32_t st_gen;
    int32_t st_lspare;
    int64_t st_qspare[2];
};

struct dirent {
    uint64_t d_ino;
    uint64_t d_seekoff;
    uint16_t d_reclen;
    uint16_t d_namlen;
    uint8_t d_type;
    char d_name[1024];
};

/* stdio.h */
#define RENAME_EXCL 0x00000004

/* mman.h */
#define PROT_NONE 0x00
#define PROT_READ 0x01
#define PROT_WRITE 0x02
#define MAP_SHARED 0x0001
#define MAP_PRIVATE 0x0002
#define MAP_FIXED 0x0010
#define MAP_NORESERVE 0x0040
#define MAP_ANON 0x1000
#define MAP_FAILED ((void *)-1)
#define MS_ASYNC 0x0001
#define MS_SYNC 0x0010
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4

/* resource.h */
#define RLIMIT_MEMLOCK 6
#define RLIM_INFINITY (((uint64_t)1 << 63) - 1)
#endif
