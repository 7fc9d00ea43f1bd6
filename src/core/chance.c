#include "rehearse/chance.h"

/* The finaliser of SplitMix64 (Steele, Lea & Flood 2014). */
static uint64_t mix(uint64_t x)
{
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
	x = (x ^ x >> 27) * 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

uint32_t chance_below(uint32_t n, uint64_t seed, uint64_t a, uint64_t b,
		      uint64_t c)
{
	return (uint32_t)(mix(mix(mix(mix(seed) ^ a) ^ b) ^ c) % n);
}

void chance_shuffle(size_t *order, size_t n, uint64_t seed, uint64_t a,
		    uint64_t b)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1; i--) {
		size_t j = chance_below((uint32_t)i, seed, a, b, i);
		size_t moved = order[i - 1];

		order[i - 1] = order[j];
		order[j] = moved;
	}
}
