/* What another library in the process may do with SIGBUS. Compiled by the test; loaded under several names to be several libraries. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct sigaction previous;
static atomic_int seen;
static char *own;
static size_t own_size;

static void pass_on(int signal, siginfo_t *info, void *context)
{
    if (previous.sa_flags & SA_SIGINFO)
        previous.sa_sigaction(signal, info, context);
    else if (previous.sa_handler == SIG_DFL)
        sigaction(signal, &previous, NULL);
    else if (previous.sa_handler != SIG_IGN)
        previous.sa_handler(signal);
}

/* Mends a fault in its own page; anything else goes to the one before. */
static void on_bus_error(int signal, siginfo_t *info, void *context)
{
    atomic_fetch_add(&seen, 1);
    char *address = info->si_addr;
    if (own == NULL || address < own || address >= own + own_size
        || mmap(own, own_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
        pass_on(signal, info, context);
}

int bus_install(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_bus_error;
    action.sa_flags = SA_SIGINFO;
    return sigaction(SIGBUS, &action, &previous);
}

/* The same, by a library that passes nothing on. */
int bus_install_alone(void)
{
    int result = bus_install();
    memset(&previous, 0, sizeof previous);
    return result;
}

int bus_ignore(void)
{
    return signal(SIGBUS, SIG_IGN) == SIG_ERR ? -1 : 0;
}

int bus_seen(void)
{
    return atomic_load(&seen);
}

static char *map_hole(void)
{
    own_size = (size_t)sysconf(_SC_PAGESIZE);
    int fd = memfd_create("hole", MFD_CLOEXEC);
    char *page = mmap(NULL, own_size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    return page;
}

/* Reads a page that is not there: the library's own, or nobody's. */
int bus_touch_own_hole(void)
{
    own = map_hole();
    return *(volatile char *)own;
}

int bus_touch_foreign_hole(void)
{
    return *(volatile char *)map_hole();
}

/* Sends the calling thread a SIGBUS as the kernel would. */
int bus_send(int code, void *address)
{
    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGBUS;
    info.si_code = code;
    info.si_addr = address;
    return (int)syscall(SYS_rt_tgsigqueueinfo, getpid(), syscall(SYS_gettid), SIGBUS, &info);
}
