/*
 * What the interop types of macOS are checked against: on macOS its own headers; elsewhere the values that Apple published, in
 * github.com/apple-oss-distributions/xnu (bsd/sys/errno.h, bsd/sys/fcntl.h, bsd/sys/mman.h, bsd/sys/resource.h), as read in 2025. off_t has 64 bits there.
 */
#ifdef __APPLE__
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
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
#define O_NONBLOCK 0x00000004
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
