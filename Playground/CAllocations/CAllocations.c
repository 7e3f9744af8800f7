#include "CAllocations.h"
#include <stddef.h>
#include <stdlib.h>

static uint64_t count;
static uint64_t bytes;

uint64_t ladder_allocations_count(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }
uint64_t ladder_allocations_bytes(void) { return __atomic_load_n(&bytes, __ATOMIC_RELAXED); }

#if defined(__GLIBC__)
#include <errno.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

int ladder_allocations_available(void) { return 1; }

// A plain add, not an atomic one: counting must not be what is measured.
static void note(size_t size) {
    __atomic_store_n(&count, __atomic_load_n(&count, __ATOMIC_RELAXED) + 1, __ATOMIC_RELAXED);
    __atomic_store_n(&bytes, __atomic_load_n(&bytes, __ATOMIC_RELAXED) + size, __ATOMIC_RELAXED);
}

void *malloc(size_t size) {
    note(size);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    note(number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    note(size);
    return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
    note(size);
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    note(size);
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    note(size);
    *result = __libc_memalign(alignment, size);
    return *result ? 0 : ENOMEM;
}
#if __GLIBC_PREREQ(2, 33)
#include <malloc.h>

uint64_t ladder_allocations_in_use(void) {
    struct mallinfo2 information = mallinfo2();
    return information.uordblks + information.hblkhd;
}
#else
uint64_t ladder_allocations_in_use(void) { return 0; }
#endif
#else
int ladder_allocations_available(void) { return 0; }
uint64_t ladder_allocations_in_use(void) { return 0; }
#endif
