/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_category_names.c - the office's categories by name, for cells that may be one */
#include "import/import_category_names.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/category.h"
#include "atelier/domain/category_name.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

static void
add_name(void *context, int64_t id, const char *name)
{
    struct import_category_names *names = context;
    (void)id;
    names->names =
        memory_grow(names->names, &names->capacity, names->count + 1, sizeof(char *));
    names->names[names->count++] = category_name_key(name);
}

static int
compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

bool
import_category_names_read(struct import_category_names *names, struct atelier *at,
                           struct error *err)
{
    if (!row_each(at->db, &category_entity, category_entity.named_by, add_name, names,
                  err))
        return false;
    if (names->count > 0)
        qsort(names->names, names->count, sizeof(char *), compare_names);
    return true;
}

bool
import_category_names_have(const struct import_category_names *names, const char *folded)
{
    if (names->count == 0)
        return false;
    char *key = category_name_key(folded);
    const bool found =
        bsearch(&key, names->names, names->count, sizeof(char *), compare_names) != NULL;
    free(key);
    return found;
}

void
import_category_names_clear(struct import_category_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->names[i]);
    free(names->names);
    *names = (struct import_category_names){ 0 };
}
