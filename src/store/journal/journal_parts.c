/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_parts.c - what a long act changed, put by part after part */
#include "journal/journal_parts.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

bool
journal_parts_add(struct journal_parts *parts, const void *bytes, size_t size,
                  struct error *err)
{
    if (!parts->spool)
        parts->spool = spool_open(err);
    if (!parts->spool || !spool_add(parts->spool, bytes, size, err))
        return false;
    parts->ends =
        memory_grow(parts->ends, &parts->capacity, parts->count + 1, sizeof *parts->ends);
    parts->ends[parts->count++] = spool_size(parts->spool);
    return true;
}

void
journal_parts_clear(struct journal_parts *parts)
{
    spool_close(parts->spool);
    free(parts->ends);
    *parts = (struct journal_parts){ 0 };
}

uint64_t
journal_parts_size(const struct journal_parts *parts)
{
    return parts->count > 0 ? parts->ends[parts->count - 1] : 0;
}

bool
journal_parts_load(const struct journal_parts *parts, size_t index, void **bytes,
                   size_t *size, struct error *err)
{
    const uint64_t start = index > 0 ? parts->ends[index - 1] : 0;
    const size_t length = (size_t)(parts->ends[index] - start);

    *bytes = memory_new(length, 1);
    return spool_read(parts->spool, start, *bytes, length, size, err);
}
