/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seatless.c - what keeps people of a list from a seat, kept once for many rows */
#include "import/import_seatless.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

/* Rows of a list come by organisation: a sentence that is said again was said just now.
 */
enum { LOOKED_AT = 32 };

static size_t
find(const struct import_seatless *seatless, const char *text)
{
    const size_t count = seatless->count;

    for (size_t back = 1; back <= count && back <= LOOKED_AT; back++)
        if (strcmp(seatless->items[count - back], text) == 0)
            return count - back + 1;
    return 0;
}

unsigned
import_seatless_add(struct import *import, const struct questions *sheet)
{
    struct import_seatless *seatless = &import->seatless;
    struct buffer text = { 0 };

    for (int kind = 0; kind < QUESTION_COUNT; kind++)
        if (question_is_open(sheet, (enum question_kind)kind))
            buffer_addf(&text, "%s%s", text.length > 0 ? "  " : "",
                        sheet->entries[kind].sentence);
    size_t known = find(seatless, buffer_text(&text));
    if (known == 0) {
        seatless->items = memory_grow(seatless->items, &seatless->capacity,
                                      seatless->count + 1, sizeof(*seatless->items));
        seatless->items[seatless->count++] = memory_copy(buffer_text(&text));
        known = seatless->count;
    }
    buffer_clear(&text);
    return (unsigned)known;
}

void
import_seatless_clear(struct import *import)
{
    struct import_seatless *seatless = &import->seatless;

    for (size_t i = 0; i < seatless->count; i++)
        free(seatless->items[i]);
    free(seatless->items);
    *seatless = (struct import_seatless){ 0 };
}
