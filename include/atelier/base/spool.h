/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spool.h - bytes that are too many for memory, in a file of this process alone
 *
 * The file has no name: nobody else can open or change it, and it goes when the spool is
 * closed or the program ends, however it ends.  It lies in $TMPDIR, else in /tmp.
 */
#ifndef ATELIER_BASE_SPOOL_H
#define ATELIER_BASE_SPOOL_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"

struct spool;

struct spool *spool_open(struct error *err); /* NULL and ERROR_SYSTEM */
void spool_close(struct spool *spool);       /* NULL is fine */

/* The spool of another process that came in a descriptor, which it closes even when it
 * fails. */
struct spool *spool_adopt(int descriptor, struct error *err);

/* For another process, see child.h; stays the spool's.  What that process adds belongs to
 * the spool once it is measured again. */
int spool_descriptor(const struct spool *spool);
bool spool_measure(struct spool *spool, struct error *err);

/* How many bytes it holds. */
uint64_t spool_size(const struct spool *spool);

/* Adds at the end. */
bool spool_add(struct spool *spool, const void *bytes, size_t length, struct error *err);

/* Writes at an offset, which may lie behind the end: what is between is zeros. */
bool spool_write(struct spool *spool, uint64_t offset, const void *bytes, size_t length,
                 struct error *err);

/* Reads from an offset on; *got is less than `most` only at the end. */
bool spool_read(const struct spool *spool, uint64_t offset, void *bytes, size_t most,
                size_t *got, struct error *err);

#endif
