/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_passed_people.c - other people in the rows of a file: alternates beside members
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/import_columns.h"

/* “Suppléant”, “Nom du suppléant”. */
static bool
is_of_alternates(const char *heading)
{
    enum membership_role role;
    char *folded = fold_copy(heading);
    char *rest;
    bool is = false;

    for (char *word = strtok_r(folded, " ", &rest); word && !is;
         word = strtok_r(NULL, " ", &rest))
        is = import_role_read(word, &role) && role == MEMBERSHIP_ALTERNATE;
    free(folded);
    return is;
}

static bool
may_hold_names(const struct import *import, const struct import_column *columns, size_t c)
{
    return import->mapping.targets[c] == IMPORT_NOTHING && columns[c].filled > 0 &&
           columns[c].lettered * 2 >= columns[c].filled && columns[c].with_at == 0 &&
           columns[c].answers * 2 < columns[c].filled &&
           columns[c].roles * 2 < columns[c].filled;
}

void
import_add_passed_people(struct import *import, struct buffer *text)
{
    const size_t count = import->mapping.count;
    struct import_column *columns = memory_new(count + 1, sizeof(*columns));
    struct error ignored = { 0 };
    bool told = import->headless || !import_columns_read(import, columns, &ignored);

    for (size_t c = 0; c < count && !told; c++) {
        if (!may_hold_names(import, columns, c) ||
            !is_of_alternates(import->headers.cells[c]))
            continue;
        char *name = import_column_name(import, c);
        buffer_addf(
            text,
            _("%s: it names alternates, who are other people and are passed over; "
              "import the file once more with their columns as the names."),
            name);
        buffer_add_char(text, '\n');
        free(name);
        told = true;
    }
    free(columns);
}
