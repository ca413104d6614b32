/* The contract between fault_guard.c and Internal/FaultGuardLibrary.cs, RegionHeader.cs. */
#ifndef FERRITE_FAULT_GUARD_H
#define FERRITE_FAULT_GUARD_H

#include <stddef.h>
#include <stdint.h>

/* Lies FERRITE_HEADER_DISTANCE bytes below a region's first byte of data. */
struct ferrite_region_header {
    int32_t state;  /* FERRITE_STATE_* bits; 0: what was read can be trusted */
    int32_t unused;
    uint64_t fault; /* 0, or FERRITE_FAULT_VALID | cause << FERRITE_CAUSE_SHIFT | offset of the first fault */
    uint64_t trust_limit; /* 0 once state is not 0 */
};

enum {
    FERRITE_HEADER_DISTANCE = 64,
    FERRITE_STATE_CLOSED = 1,
    FERRITE_STATE_FAULTED = 2,
    FERRITE_STATE_SHRUNK = 4,
    FERRITE_CAUSE_TRUNCATED = 0,
    FERRITE_CAUSE_OUT_OF_SPACE = 1,
    FERRITE_CAUSE_DEVICE_ERROR = 2,
    FERRITE_CAUSE_SHIFT = 60,
};
#define FERRITE_FAULT_VALID (UINT64_C(1) << 63)

/* Installs the SIGBUS handler, or puts it back in front where another took its place. 0, or an errno. */
int ferrite_guard_install(void);

/* Where overcommit is strict: plant shared pages of this file (a memfd without reservation) instead of anonymous ones. −1: anonymous. */
void ferrite_guard_plant_from(int fd);

/*
 * Guards [base, base + size): header below base, fd mapped there from offset 0, in pages of page_size bytes (huge ones, on hugetlbfs).
 * A slot for ferrite_guard_remove, or −1: no memory.
 */
int64_t ferrite_guard_add(void *base, size_t size, size_t page_size, int fd);

/* Ends it. No access to the region may be running any more. */
void ferrite_guard_remove(int64_t slot);

#endif
