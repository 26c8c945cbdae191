/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seatless.c - what keeps people of a list from a seat, kept once for many rows */
#include "import/import_seatless.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

/* Rows of a list come by organisation: a sentence that is said again was said just now.
 */
enum { LOOKED_AT = 32 };

static void
remember(struct import_seatless *seatless, size_t row, size_t item, bool is_answer)
{
    seatless->rows = memory_grow(seatless->rows, &seatless->row_capacity,
                                 seatless->row_count + 1, sizeof(*seatless->rows));
    seatless->rows[seatless->row_count++] =
        (struct import_seatless_row){ .row = (uint32_t)row,
                                      .item = (uint32_t)item & (UINT32_MAX >> 1),
                                      .is_answer = is_answer };
}

static size_t
find(const struct import_seatless *seatless, const char *text)
{
    const size_t count = seatless->count;

    for (size_t back = 1; back <= count && back <= LOOKED_AT; back++)
        if (strcmp(seatless->items[count - back], text) == 0)
            return count - back + 1;
    return 0;
}

/* Two answers of one row are said together. */
static void
take_back(struct import_seatless *seatless, size_t row, struct buffer *text)
{
    const size_t count = seatless->row_count;

    if (count == 0 || seatless->rows[count - 1].row != row)
        return;
    buffer_add(text, seatless->items[seatless->rows[count - 1].item]);
    seatless->row_count--;
}

void
import_seatless_add(struct import *import, size_t row, const struct questions *sheet,
                    bool is_answer)
{
    struct import_seatless *seatless = &import->seatless;
    struct buffer text = { 0 };

    take_back(seatless, row, &text);
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
    remember(seatless, row, known - 1, is_answer);
}

static int
compare(const void *key, const void *element)
{
    const uint32_t row = *(const uint32_t *)key;
    const uint32_t other = ((const struct import_seatless_row *)element)->row;

    return (row > other) - (row < other);
}

static const struct import_seatless_row *
find_row(const struct import *import, size_t row)
{
    const struct import_seatless *seatless = &import->seatless;
    const uint32_t wanted = (uint32_t)row;

    return seatless->row_count == 0
               ? NULL
               : bsearch(&wanted, seatless->rows, seatless->row_count,
                         sizeof(*seatless->rows), compare);
}

const char *
import_seatless_of(const struct import *import, size_t row)
{
    const struct import_seatless_row *found = find_row(import, row);

    return found ? import->seatless.items[found->item] : NULL;
}

bool
import_seatless_is_answer(const struct import *import, size_t row)
{
    const struct import_seatless_row *found = find_row(import, row);

    return found && found->is_answer;
}

void
import_seatless_clear(struct import *import)
{
    struct import_seatless *seatless = &import->seatless;

    for (size_t i = 0; i < seatless->count; i++)
        free(seatless->items[i]);
    free(seatless->items);
    free(seatless->rows);
    *seatless = (struct import_seatless){ 0 };
}
