/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_random.h - numbers that look random and are the same each time */
#ifndef ATELIER_APP_SAMPLE_RANDOM_H
#define ATELIER_APP_SAMPLE_RANDOM_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

/* SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): one state word, any seed. */
static inline uint64_t
sample_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

/* 0 to below - 1. */
static inline size_t
sample_below(uint64_t *state, size_t below)
{
    assert(below > 0);
    return (size_t)(sample_random(state) % below);
}

#endif
