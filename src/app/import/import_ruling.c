/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ruling.c - what was judged of each row, which is mostly not in memory */
#include "import/import_ruling.h"

enum { RULINGS_IN_MEMORY = 65536 /* bytes */ };

void
import_rulings_begin(struct import *import, size_t count)
{
    paged_list_free(import->rulings);
    import->rulings = paged_list_new(sizeof(struct import_ruling), RULINGS_IN_MEMORY);
    paged_list_grow(import->rulings, count);
}

void
import_rulings_clear(struct import *import)
{
    paged_list_free(import->rulings);
    import->rulings = NULL;
    import->count = 0;
}

const struct import_ruling *
import_ruling(const struct import *import, size_t index)
{
    return paged_list_get(import->rulings, index);
}

void
import_ruling_put(struct import *import, size_t index, const struct import_ruling *ruling)
{
    *(struct import_ruling *)paged_list_edit(import->rulings, index) = *ruling;
}

void
import_ruling_set_full(struct import *import, size_t index, bool full)
{
    struct import_ruling *ruling;

    if (import_ruling(import, index)->full == full)
        return;
    ruling = paged_list_edit(import->rulings, index);
    ruling->full = full;
}
