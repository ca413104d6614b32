/* What the interop types of Linux are checked against: the machine's own headers. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/kcmp.h>
#include <linux/magic.h>
#include <linux/memfd.h>
#include <linux/mman.h>
#include <linux/openat2.h>
#include <poll.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "fault_guard.h"

#ifndef MFD_NOEXEC_SEAL
/* Headers of kernels before 6.3 lack it. As in Linux 6.3: include/uapi/linux/memfd.h. */
#define MFD_NOEXEC_SEAL 0x0008U
#endif

#ifndef F_DUPFD_QUERY
/* Headers of kernels before 6.10 lack it. As in Linux 6.10: include/uapi/linux/fcntl.h. */
#define F_DUPFD_QUERY 1027
#endif

#ifndef __GLIBC__
/* glibc has an enum of its own there. */
#define __rlimit_resource_t int
#endif

#ifndef SYS_cachestat
/* Headers of kernels before 6.5 lack it. As in Linux 6.5: include/uapi/asm-generic/unistd.h, include/uapi/linux/mman.h. */
#define SYS_cachestat 451
struct cachestat_range {
    uint64_t off;
    uint64_t len;
};
struct cachestat {
    uint64_t nr_cache;
    uint64_t nr_dirty;
    uint64_t nr_writeback;
    uint64_t nr_evicted;
    uint64_t nr_recently_evicted;
};
#endif
