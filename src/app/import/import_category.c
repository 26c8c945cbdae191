/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_category.c - the categories of a file that the office does not have
 *
 * A new office has none, and a colleague's spelling is another one: nobody is refused for
 * it.  Each is listed once; who may add categories creates them in the same act, and
 * for the others the organisation comes without one.
 */
#include "import/import_category.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/reference.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/category.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/row_table.h"

static bool
has_organisation(struct atelier *at, const char *name, bool *has, struct error *err)
{
    struct organisation organisation;
    struct error missing = { 0 };

    record_init(&organisation_entity, &organisation);
    *has = organisation_table_find_name(at->db, name, &organisation, &missing);
    record_clear(&organisation_entity, &organisation);
    if (*has || missing.kind == ERROR_NOT_FOUND)
        return true;
    if (err)
        *err = missing;
    return false;
}

/* The number of the category, from 0. */
static size_t
number_of(struct import *import, const char *name)
{
    char *folded = fold_copy(name);
    size_t at = 0;

    while (at < import->category_count &&
           strcmp(import->categories[at].folded, folded) != 0)
        at++;
    if (at < import->category_count) {
        free(folded);
    } else {
        import->categories = memory_grow(import->categories, &import->category_capacity,
                                         at + 1, sizeof(*import->categories));
        import->categories[import->category_count++] =
            (struct import_new_category){ text_tidy(name), folded, 0 };
    }
    return at;
}

/* Whether the row brings a category of which there is something to decide. */
static bool
asks(struct import *import, const struct import_row *row, bool *asks, struct error *err)
{
    bool has = true;
    const char *organisation = row->values[IMPORT_ORGANISATION];
    bool ok = !row->values[IMPORT_CATEGORY] || !organisation ||
              has_organisation(import->at, organisation, &has, err);

    *asks = ok && !has;
    return ok;
}

bool
import_category_note(struct import *import, const struct import_row *row,
                     uint32_t *number, struct error *err)
{
    bool brings;
    int64_t id = 0;
    bool ok = asks(import, row, &brings, err) &&
              (!brings || reference_called(import->at, ENTITY_CATEGORY,
                                           row->values[IMPORT_CATEGORY], &id, err));

    *number = ok && brings && id == 0
                  ? (uint32_t)number_of(import, row->values[IMPORT_CATEGORY]) + 1
                  : 0;
    return ok;
}

void
import_category_count(struct import *import)
{
    for (size_t c = 0; c < import->category_count; c++)
        import->categories[c].rows = 0;
    for (size_t i = 0; i < import->count; i++) {
        const struct import_ruling *ruling = &import->rulings[i];
        if (ruling->category > 0 &&
            (ruling->verdict == IMPORT_NEW || ruling->verdict == IMPORT_CHANGED))
            import->categories[ruling->category - 1].rows++;
    }
    free(import->taken);
    import->taken = memory_new(import->category_count + 1, sizeof(*import->taken));
    import->taken_count = 0;
    for (size_t c = 0; c < import->category_count; c++)
        if (import->categories[c].rows > 0)
            import->taken[import->taken_count++] = import->categories[c];
}

static bool
create(struct import *import, const char *name, int64_t *id, struct error *err)
{
    struct category category;

    record_init(&category_entity, &category);
    category.name = text_tidy(name);
    bool ok = record_check(&category_entity, &category, err) &&
              row_insert(import->at->db, &category_entity, &category, import->at->login,
                         atelier_now(import->at), err);
    *id = category.head.id;
    record_clear(&category_entity, &category);
    return ok;
}

bool
import_category_take(struct import *import, const struct import_row *row,
                     int64_t *category, struct import_outcome *outcome, struct error *err)
{
    const char *name = row->values[IMPORT_CATEGORY];
    bool brings;

    *category = 0;
    if (!asks(import, row, &brings, err))
        return false;
    if (!brings)
        return true;
    if (!reference_called(import->at, ENTITY_CATEGORY, name, category, err))
        return false;
    if (*category != 0 || !import->creates_categories)
        return true;
    outcome->categories++;
    return create(import, name, category, err);
}

void
import_category_clear(struct import *import)
{
    for (size_t i = 0; i < import->category_count; i++) {
        free(import->categories[i].name);
        free(import->categories[i].folded);
    }
    free(import->categories);
    free(import->taken);
    import->categories = import->taken = NULL;
    import->taken_count = 0;
    import->category_count = import->category_capacity = 0;
}

const struct import_new_category *
import_new_categories(const struct import *import, size_t *count)
{
    *count = import->taken_count;
    return import->taken;
}

bool
import_may_create_categories(const struct import *import, struct error *err)
{
    return atelier_may(import->at, ACT_CATEGORY_ADD_NEEDS, ROW_NONE, err);
}

bool
import_create_categories(struct import *import, bool create, struct error *err)
{
    if (create && !import_may_create_categories(import, err))
        return false;
    import->creates_categories = create;
    return true;
}

bool
import_creates_categories(const struct import *import)
{
    return import->creates_categories;
}

void
import_add_new_categories(const struct import *import, struct buffer *text)
{
    enum { NAMED_MOST = 12 };
    size_t count = import->taken_count;

    if (count == 0)
        return;
    buffer_addf(text,
                ngettext("%zu category is new: ", "%zu categories are new: ",
                         (unsigned long)count),
                count);
    for (size_t i = 0; i < count && i < NAMED_MOST; i++)
        buffer_addf(text, "%s%s (%lld)", i ? ", " : "", import->taken[i].name,
                    (long long)import->taken[i].rows);
    buffer_add(text, count > NAMED_MOST ? ", …" : "");
}
