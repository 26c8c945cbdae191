/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seen_cells.c - what the cells of a file are like, each text looked at once */
#include "import/import_seen_cells.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/memory.h"

/* Of two texts with one place, the later one is remembered. */
enum { PLACES = 256, CATEGORY_BYTES = 120 };

struct seen {
    char *text;
    struct import_column alone;
};

struct import_seen_cells {
    const struct import_category_names *categories;
    struct seen places[PLACES];
};

struct import_seen_cells *
import_seen_cells_new(const struct import_category_names *categories)
{
    struct import_seen_cells *seen = memory_new(1, sizeof(*seen));

    seen->categories = categories;
    return seen;
}

void
import_seen_cells_free(struct import_seen_cells *seen)
{
    for (size_t i = 0; i < PLACES; i++)
        free(seen->places[i].text);
    free(seen);
}

static bool
is_category(const void *names, const char *folded)
{
    return import_category_names_have(names, folded);
}

static bool
may_be_category(const char *cell, size_t length)
{
    return !isdigit((unsigned char)cell[0]) && length <= CATEGORY_BYTES;
}

const struct import_column *
import_seen_cells_alone(struct import_seen_cells *seen, const char *cell)
{
    const size_t length = strlen(cell);
    struct seen *place = &seen->places[hash_add(HASH_EMPTY, cell, length) % PLACES];

    if (!place->text || strcmp(place->text, cell) != 0) {
        free(place->text);
        place->text = memory_copy_part(cell, length);
        place->alone = (struct import_column){ 0 };
        import_column_add(&place->alone, cell,
                          may_be_category(cell, length) ? is_category : NULL,
                          seen->categories);
    }
    return &place->alone;
}
