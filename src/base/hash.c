/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.c - a number that tells two texts apart (FNV-1a, 64 bits) */
#include "atelier/base/hash.h"

#include <string.h>

static const uint64_t prime = UINT64_C(0x100000001b3);

uint64_t
hash_add(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ at[i]) * prime;
    return hash;
}

/* Multiplying carries upwards alone: what is high comes down each time. */
uint64_t
hash_add_many(uint64_t hash, const void *bytes, size_t size)
{
    enum { HALF = 32 };
    const unsigned char *at = bytes;
    uint64_t word;

    for (; size >= sizeof word; at += sizeof word, size -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = (hash ^ word) * prime;
        hash ^= hash >> HALF;
    }
    return hash_add(hash, at, size);
}
