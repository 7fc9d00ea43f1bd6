/*
 * Chance as a hash, not as a running generator: what is drawn depends only
 * on what it is drawn for, so taking back a turn shifts nothing else.
 *
 * Layer: core.
 */
#ifndef REHEARSE_CHANCE_H
#define REHEARSE_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/* A number below n (n > 0) for this seed and these three keys. */
uint32_t chance_below(uint32_t n, uint64_t seed, uint64_t a, uint64_t b,
		      uint64_t c);

/* The numbers 0..n-1 in an order that depends on the same. */
void chance_shuffle(size_t *order, size_t n, uint64_t seed, uint64_t a,
		    uint64_t b);

#endif
