/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_written.c - the people whom runs made of the rows of a file */
#include "import/import_written.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

static int
by_row(const void *a, const void *b)
{
    const struct import_written *one = a;
    const struct import_written *other = b;
    return (one->row > other->row) - (one->row < other->row);
}

void
import_written_sort(struct import *import)
{
    if (import->written_count > 0)
        qsort(import->written, import->written_count, sizeof(*import->written), by_row);
}

int64_t
import_written_find(const struct import *import, size_t row)
{
    const struct import_written key = { .row = row };
    const struct import_written *found =
        import->written_count > 0 ? bsearch(&key, import->written, import->written_count,
                                            sizeof(*import->written), by_row)
                                  : NULL;
    return found ? found->person : 0;
}

void
import_written_add(struct import *import, size_t row, int64_t person)
{
    import->written = memory_grow(import->written, &import->written_capacity,
                                  import->written_count + 1, sizeof(*import->written));
    import->written[import->written_count++] = (struct import_written){ row, person };
}
