/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.c - a number that tells two texts apart (FNV-1a, 64 bits) */
#include "atelier/base/hash.h"

uint64_t
hash_add(uint64_t hash, const void *bytes, size_t size)
{
    const uint64_t prime = UINT64_C(0x100000001b3);
    const unsigned char *at = bytes;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ at[i]) * prime;
    return hash;
}
