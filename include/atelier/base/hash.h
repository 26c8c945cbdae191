/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.h - a number that tells two texts apart (FNV-1a, 64 bits)
 *
 * It finds what was changed by mistake, not by somebody who means to deceive.
 */
#ifndef ATELIER_BASE_HASH_H
#define ATELIER_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Of no text at all, to begin with. */
#define HASH_EMPTY UINT64_C(0xcbf29ce484222325)

/* The hash of what was hashed so far and of these bytes behind it. */
uint64_t hash_add(uint64_t hash, const void *bytes, size_t size);

/* The same of many bytes, eight at a time: quicker, and another number.  Each call but
 * the last has a multiple of eight. */
uint64_t hash_add_many(uint64_t hash, const void *bytes, size_t size);

#endif
