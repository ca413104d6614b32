/*
 * Keeps a process alive whose mapped file has lost a page: truncated by somebody else, on a full disk, on a failed device.
 *
 * One SIGBUS handler for the process. A fault inside a registered region is recorded in the region's header and the rest of the
 * region, from the faulting page on, is replaced by zero pages, so that the instruction runs again and reads zeros. Whoever made
 * the access tests the header after it and throws. Any other SIGBUS goes where it went before.
 *
 * The handler uses async-signal-safe calls only (signal-safety(7)): no allocation, no lock, errno put back.
 */
#define _GNU_SOURCE
#include "fault_guard.h"

#include <errno.h>
#include <linux/membarrier.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <ucontext.h>
#include <unistd.h>

#define PLANT_FLAGS (MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS | MAP_NORESERVE)

/* ---- the table of regions ------------------------------------------------------------------------------------------------- */

/*
 * Written under table_lock, read by the handler without it. A slot is published size last and withdrawn size first; generation is
 * odd while it is being written and changes with every use, so a handler that read half of one use and half of another finds out.
 * Blocks are only ever added, so the handler may walk them at any time.
 */
struct slot {
    _Atomic uint64_t generation;
    _Atomic size_t size;
    _Atomic uintptr_t base;
    _Atomic size_t page_size;
    _Atomic int fd;
    int64_t next_free; /* under table_lock */
};

enum { SLOTS_A_BLOCK = 1024, BLOCKS = 16384 };

static _Atomic(struct slot *) blocks[BLOCKS];
static _Atomic int block_count;
static int64_t first_free = -1;
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic int plant_fd = -1;
static _Atomic bool membarrier_ready;

static struct slot *slot_at(int64_t index)
{
    return &atomic_load_explicit(&blocks[index / SLOTS_A_BLOCK], memory_order_acquire)[index % SLOTS_A_BLOCK];
}

static bool add_block(void)
{
    int count = atomic_load_explicit(&block_count, memory_order_relaxed);
    if (count == BLOCKS)
        return false;
    struct slot *block = calloc(SLOTS_A_BLOCK, sizeof *block);
    if (block == NULL)
        return false;
    for (int i = SLOTS_A_BLOCK - 1; i >= 0; i--) {
        block[i].next_free = first_free;
        first_free = (int64_t)count * SLOTS_A_BLOCK + i;
    }
    atomic_store_explicit(&blocks[count], block, memory_order_release);
    atomic_store_explicit(&block_count, count + 1, memory_order_release);
    return true;
}

int64_t ferrite_guard_add(void *base, size_t size, size_t page_size, int fd)
{
    pthread_mutex_lock(&table_lock);
    if (first_free < 0 && !add_block()) {
        pthread_mutex_unlock(&table_lock);
        return -1;
    }
    int64_t index = first_free;
    struct slot *slot = slot_at(index);
    first_free = slot->next_free;
    pthread_mutex_unlock(&table_lock);

    atomic_fetch_add_explicit(&slot->generation, 1, memory_order_acq_rel);
    atomic_store_explicit(&slot->base, (uintptr_t)base, memory_order_relaxed);
    atomic_store_explicit(&slot->page_size, page_size, memory_order_relaxed);
    atomic_store_explicit(&slot->fd, fd, memory_order_relaxed);
    atomic_fetch_add_explicit(&slot->generation, 1, memory_order_release);
    atomic_store_explicit(&slot->size, size, memory_order_release);
    return index;
}

void ferrite_guard_remove(int64_t index)
{
    struct slot *slot = slot_at(index);
    atomic_store_explicit(&slot->size, 0, memory_order_release);
    pthread_mutex_lock(&table_lock);
    slot->next_free = first_free;
    first_free = index;
    pthread_mutex_unlock(&table_lock);
}

void ferrite_guard_plant_from(int fd)
{
    atomic_store_explicit(&plant_fd, fd, memory_order_release);
}

struct found {
    uintptr_t base;
    size_t size;
    size_t page_size;
    int fd;
};

static bool find(uintptr_t address, struct found *found)
{
    int count = atomic_load_explicit(&block_count, memory_order_acquire);
    for (int b = 0; b < count; b++) {
        struct slot *block = atomic_load_explicit(&blocks[b], memory_order_acquire);
        for (int i = 0; i < SLOTS_A_BLOCK; i++) {
            struct slot *slot = &block[i];
            size_t size = atomic_load_explicit(&slot->size, memory_order_acquire);
            if (size == 0)
                continue;
            uint64_t before = atomic_load_explicit(&slot->generation, memory_order_acquire);
            found->base = atomic_load_explicit(&slot->base, memory_order_relaxed);
            if (address - found->base >= size)
                continue;
            found->size = size;
            found->page_size = atomic_load_explicit(&slot->page_size, memory_order_relaxed);
            found->fd = atomic_load_explicit(&slot->fd, memory_order_relaxed);
            atomic_thread_fence(memory_order_acquire);
            /* The faulting access keeps its own region registered, so a slot that is changing is another's. */
            if ((before & 1) == 0 && before == atomic_load_explicit(&slot->generation, memory_order_relaxed)
                && size == atomic_load_explicit(&slot->size, memory_order_relaxed))
                return true;
        }
    }
    return false;
}

/* ---- a fault of ours ------------------------------------------------------------------------------------------------------- */

static bool is_store(const void *context)
{
#ifdef __x86_64__
    return (((const ucontext_t *)context)->uc_mcontext.gregs[REG_ERR] & 2) != 0;
#else
    (void)context;
    return false;
#endif
}

/*
 * Told by fstat: the file is shorter. By fstatfs: no block is left, or a store into a hole was refused (a quota). By pread: the device
 * fails; or it doesn't, and the file was shorter for a moment.
 * The descriptor may be closed by now, or its number be another file's: only after the region was marked closed, and then nobody asks.
 */
static uint64_t cause_of(const struct found *found, uint64_t page_offset, int code, const void *context)
{
    struct stat status;
    if (code != BUS_ADRERR || fstat(found->fd, &status) != 0)
        return FERRITE_CAUSE_DEVICE_ERROR;
    if ((uint64_t)status.st_size <= page_offset)
        return FERRITE_CAUSE_TRUNCATED;

    struct statfs volume;
    if (fstatfs(found->fd, &volume) == 0 && volume.f_bavail == 0)
        return FERRITE_CAUSE_OUT_OF_SPACE;
    bool sparse = (uint64_t)status.st_blocks * 512 < (uint64_t)status.st_size;
    if (sparse && is_store(context))
        return FERRITE_CAUSE_OUT_OF_SPACE;
    char byte;
    return !S_ISREG(status.st_mode) || pread(found->fd, &byte, 1, (off_t)page_offset) < 0 ? FERRITE_CAUSE_DEVICE_ERROR : FERRITE_CAUSE_TRUNCATED;
}

#define INITIAL_EXEC __attribute__((tls_model("initial-exec"))) /* no allocation at the first touch, which may be in the handler */
static __thread INITIAL_EXEC uintptr_t last_planted;

/* Zero pages in the place of [start, end): of the file, or anonymous. */
static bool plant(uintptr_t start, uintptr_t end, int fd)
{
    int flags = fd < 0 ? PLANT_FLAGS : MAP_SHARED | MAP_FIXED;
    return mmap((void *)start, end - start, PROT_READ | PROT_WRITE, flags, fd, 0) != MAP_FAILED;
}

/*
 * Order is the proof. The flag is set, and the limit that stands for it in the fastest accesses is 0, before the first zero page can be
 * seen; a reader tests it after its load, with a barrier between: whoever read a planted zero finds the flag. A store of another thread
 * that did not see the flag was made before the membarrier, into the file.
 */
static bool survive(const struct found *found, uintptr_t address, int code, const void *context)
{
    uintptr_t page = address & ~((uintptr_t)found->page_size - 1); /* a huge page can't be replaced in part */
    uintptr_t end = found->base + found->size;
    struct ferrite_region_header *header = (void *)(found->base - FERRITE_HEADER_DISTANCE);

    uint64_t none = 0;
    uint64_t fault = FERRITE_FAULT_VALID | cause_of(found, page - found->base, code, context) << FERRITE_CAUSE_SHIFT
        | (uint64_t)(address - found->base);
    __atomic_compare_exchange_n(&header->fault, &none, fault, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED);
    bool again = (__atomic_fetch_or(&header->state, FERRITE_STATE_FAULTED, __ATOMIC_RELEASE) & FERRITE_STATE_FAULTED) != 0;
    __atomic_store_n(&header->trust_limit, 0, __ATOMIC_RELEASE);
    if (atomic_load_explicit(&membarrier_ready, memory_order_relaxed))
        syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);

    /* A page that this thread planted here can't be had either (no memory is left for the file it is of): another kind, then. */
    int fd = again && last_planted == page ? -1 : atomic_load_explicit(&plant_fd, memory_order_acquire);
    last_planted = page;
    /* The second fault takes the region whole: a reader that comes down from the end would fault at every page. */
    return plant(again ? found->base : page, end, fd);
}

/* ---- a fault of somebody else's ---------------------------------------------------------------------------------------------- */

enum { MOST_PREDECESSORS = 16 };

/* Who was there before us; the newest last. Only ever added to, each handler once. */
static struct sigaction predecessors[MOST_PREDECESSORS];
static _Atomic int predecessor_count;
static pthread_mutex_t install_lock = PTHREAD_MUTEX_INITIALIZER;

/*
 * A predecessor that chains to us again (it was installed after us, and we went in front of it) re-enters with the same context, deeper
 * on the same stack: it is given to the predecessor before, and past the first to the default action. A frame that never returned (.NET throws
 * out of its handler) is not deeper than the next signal's, so it counts as gone.
 */
static __thread INITIAL_EXEC struct {
    const void *context;
    uintptr_t frame;
    int depth;
} chain;

/* Whether the instruction that got the signal gets it again when it runs again: not one that was sent, nor news of memory gone bad. */
static bool is_synchronous(const siginfo_t *info)
{
#ifdef BUS_MCEERR_AO
    if (info->si_code == BUS_MCEERR_AO)
        return false;
#endif
    return info->si_code > 0;
}

static void die_by(int signal, const siginfo_t *info)
{
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(signal, &standard, NULL);
    if (!is_synchronous(info))
        raise(signal);
}

static void pass_on(int signal, siginfo_t *info, void *context)
{
    char here;
    uintptr_t frame = (uintptr_t)&here;
    __typeof__(chain) outer = chain;
    chain.depth = outer.context == context && frame < outer.frame ? outer.depth + 1 : 0;
    chain.context = context;
    chain.frame = frame;

    int index = atomic_load_explicit(&predecessor_count, memory_order_acquire) - 1 - chain.depth;
    if (index < 0) {
        die_by(signal, info);
    } else {
        const struct sigaction *next = &predecessors[index];
        if (next->sa_flags & SA_SIGINFO)
            next->sa_sigaction(signal, info, context);
        else if (next->sa_handler == SIG_DFL || (next->sa_handler == SIG_IGN && is_synchronous(info)))
            die_by(signal, info);
        else if (next->sa_handler != SIG_IGN)
            next->sa_handler(signal);
    }
    chain = outer;
}

static void on_bus_error(int signal, siginfo_t *info, void *context)
{
    int saved = errno;
    bool page_lost = info->si_code == BUS_ADRERR || info->si_code == BUS_OBJERR;
#ifdef BUS_MCEERR_AR
    page_lost = page_lost || info->si_code == BUS_MCEERR_AR;
#endif
    struct found found;
    if (!page_lost || !find((uintptr_t)info->si_addr, &found)
        || !survive(&found, (uintptr_t)info->si_addr, info->si_code, context))
        pass_on(signal, info, context);
    errno = saved;
}

static bool same_handler(const struct sigaction *a, const struct sigaction *b)
{
    return (a->sa_flags & SA_SIGINFO) == (b->sa_flags & SA_SIGINFO) && a->sa_sigaction == b->sa_sigaction;
}

static bool is_ours(const struct sigaction *action)
{
    return (action->sa_flags & SA_SIGINFO) && action->sa_sigaction == on_bus_error;
}

static bool remember(const struct sigaction *predecessor)
{
    int count = atomic_load_explicit(&predecessor_count, memory_order_relaxed);
    for (int i = 0; i < count; i++)
        if (same_handler(&predecessors[i], predecessor))
            return true;
    if (count == MOST_PREDECESSORS)
        return false;
    predecessors[count] = *predecessor;
    atomic_store_explicit(&predecessor_count, count + 1, memory_order_release);
    return true;
}

static int install_locked(void)
{
    struct sigaction current;
    if (sigaction(SIGBUS, NULL, &current) != 0)
        return errno;
    if (is_ours(&current))
        return 0;
    if (!remember(&current))
        return ENOSPC;

    /* The mask and the stack that the others were promised. */
    struct sigaction ours = current;
    ours.sa_sigaction = on_bus_error;
    ours.sa_flags = SA_SIGINFO | SA_RESTART | (current.sa_flags & (SA_ONSTACK | SA_NODEFER));
    struct sigaction replaced;
    if (sigaction(SIGBUS, &ours, &replaced) != 0)
        return errno;
    /* Another library may have come between the two calls. */
    if (!is_ours(&replaced))
        remember(&replaced);
    return 0;
}

int ferrite_guard_install(void)
{
    struct sigaction current;
    if (sigaction(SIGBUS, NULL, &current) == 0 && is_ours(&current))
        return 0;

    pthread_mutex_lock(&install_lock);
    if (syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0)
        atomic_store_explicit(&membarrier_ready, true, memory_order_relaxed);
    int error = install_locked();
    pthread_mutex_unlock(&install_lock);
    return error;
}
