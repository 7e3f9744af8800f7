#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

#include <stdint.h>

// Counts heap allocations of this process, where the C library lets us stand in front of malloc.
// The counters are meant for one busy thread; under several they are approximate.

/// 1 where allocations can be counted.
int ladder_allocations_available(void);
/// Allocations so far.
uint64_t ladder_allocations_count(void);
/// Bytes allocated so far.
uint64_t ladder_allocations_bytes(void);
/// The bytes of the heap that are in use now, with malloc's own; 0 where that is not known.
uint64_t ladder_allocations_in_use(void);

#endif
