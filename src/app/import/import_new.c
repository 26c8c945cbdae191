/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_new.c - organisations and categories of a file that the office does not have
 *
 * A new office has none, and a colleague's spelling is another one: nobody is refused for
 * it.  Each is listed once, and one choice says what a run creates: the organisations,
 * their categories as well, or nothing.
 */
#include "import/import_new.h"

#include "atelier/app/reference.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/category.h"
#include "atelier/domain/category_name.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/row_table.h"
#include "import/import_ruling.h"

/* What an organisation brings to a person. */
#define POST_CHANGES ((1U << IMPORT_ORGANISATION) | (1U << IMPORT_FUNCTION))

const struct choice import_creations[] = {
    [IMPORT_CREATES_ORGANISATIONS] = { "organisations", N_("organisations") },
    [IMPORT_CREATES_CATEGORIES] = { "categories", N_("categories") },
    [IMPORT_CREATES_NOTHING] = { "nothing", N_("nothing") },
    { NULL, NULL },
};

static bool
has_organisation(struct atelier *at, const char *name, bool *has, struct error *err)
{
    struct organisation organisation;
    struct error missing = { 0 };

    record_init(&organisation_entity, &organisation);
    *has = organisation_table_find_name(at->db, name, &organisation, &missing);
    record_clear(&organisation_entity, &organisation);
    return *has || missing.kind == ERROR_NOT_FOUND || error_pass(err, &missing);
}

struct agreeing {
    const char *name;
    int64_t id;
};

static void
take_agreeing(void *context, int64_t id, const char *name)
{
    struct agreeing *agreeing = context;

    if (!agreeing->id && category_names_agree(name, agreeing->name))
        agreeing->id = id;
}

/* Under its name, or in the plural where the office has the singular. */
static bool
find_category(struct atelier *at, const char *name, int64_t *id, struct error *err)
{
    struct agreeing agreeing = { .name = name };

    if (!reference_called(at, ENTITY_CATEGORY, name, id, err))
        return false;
    if (*id)
        return true;
    const bool ok = row_each(at->db, &category_entity, category_entity.named_by,
                             take_agreeing, &agreeing, err);
    *id = agreeing.id;
    return ok;
}

static bool
has_category(struct atelier *at, const char *name, bool *has, struct error *err)
{
    int64_t id = 0;
    const bool ok = find_category(at, name, &id, err);
    *has = id != 0;
    return ok;
}

/* --- while rows are judged */

/* Each name is looked up once, while it is new. */
static bool
note(struct import *import, enum import_created what, const char *name, uint32_t *number,
     struct error *err)
{
    struct import_new_list *list = &import->created[what];
    bool has;

    *number = name ? import_new_list_find(list, name) : 0;
    if (!name || *number)
        return true;
    if (!(what == IMPORT_CREATED_ORGANISATION
              ? has_organisation(import->at, name, &has, err)
              : has_category(import->at, name, &has, err)))
        return false;
    if (!has)
        *number = import_new_list_add(list, name);
    return true;
}

bool
import_new_note(struct import *import, const struct import_row *row,
                uint32_t numbers[IMPORT_CREATED_COUNT], struct error *err)
{
    numbers[IMPORT_CREATED_CATEGORY] = 0;
    return note(import, IMPORT_CREATED_ORGANISATION, row->values[IMPORT_ORGANISATION],
                &numbers[IMPORT_CREATED_ORGANISATION], err) &&
           (!numbers[IMPORT_CREATED_ORGANISATION] ||
            note(import, IMPORT_CREATED_CATEGORY, row->values[IMPORT_CATEGORY],
                 &numbers[IMPORT_CREATED_CATEGORY], err));
}

/* Whether the row is taken with its organisation. */
static bool
brings_post(const struct import_ruling *ruling)
{
    return ruling->verdict == IMPORT_NEW ||
           (ruling->verdict == IMPORT_CHANGED && ruling->changes & POST_CHANGES);
}

static void
count(struct import *import, const struct import_ruling *ruling, bool brings)
{
    for (int c = 0; brings_post(ruling) && c < IMPORT_CREATED_COUNT; c++)
        if (ruling->created[c])
            import_new_list_count(&import->created[c], ruling->created[c], brings);
}

void
import_new_count(struct import *import)
{
    for (size_t i = 0; i < import->count; i++)
        count(import, import_ruling(import, i), true);
}

void
import_new_put(struct import *import, size_t index, const struct import_ruling *ruling)
{
    count(import, import_ruling(import, index), false);
    import_ruling_put(import, index, ruling);
    count(import, import_ruling(import, index), true);
}

void
import_new_clear(struct import *import)
{
    for (int c = 0; c < IMPORT_CREATED_COUNT; c++)
        import_new_list_clear(&import->created[c]);
}

/* --- when nothing is created */

bool
import_row_comes_without(const struct import *import, size_t index)
{
    const struct import_ruling *ruling = import_ruling(import, index);
    return import->creates == IMPORT_CREATES_NOTHING &&
           ruling->created[IMPORT_CREATED_ORGANISATION] && brings_post(ruling);
}

struct import_ruling
import_new_ruling(const struct import *import, size_t index)
{
    struct import_ruling ruling = *import_ruling(import, index);

    if (!import_row_comes_without(import, index))
        return ruling;
    ruling.changes = ruling.changes & (IMPORT_CHANGES_ALL & ~POST_CHANGES);
    if (ruling.verdict == IMPORT_CHANGED && !ruling.changes)
        ruling.verdict = IMPORT_SAME;
    return ruling;
}

void
import_new_tell(const struct import *import, size_t index, struct import_row *row)
{
    enum { NAME_COLUMNS = 60 };
    struct buffer name = { 0 };
    struct buffer clause = { 0 };

    if (!import_row_comes_without(import, index))
        return;
    text_add_cut(&name, row->values[IMPORT_ORGANISATION], NAME_COLUMNS, false, false);
    buffer_addf(&clause,
                row->verdict == IMPORT_NEW
                    ? _("comes without “%s”, which is new and is not created")
                    : _("“%s” is new and is not created; organisation and function stay "
                        "as they are"),
                buffer_text(&name));
    import_row_tell(row, buffer_text(&clause));
    buffer_clear(&clause);
    buffer_clear(&name);
}

/* --- when rows are written */

static bool
create_category(struct import *import, const char *name, int64_t *id, struct error *err)
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
import_new_take(struct import *import, const struct import_row *row, bool *left,
                int64_t *category, struct import_outcome *outcome, struct error *err)
{
    const char *name = row->values[IMPORT_CATEGORY];
    bool has;

    *left = false;
    *category = 0;
    if (!has_organisation(import->at, row->values[IMPORT_ORGANISATION], &has, err))
        return false;
    *left = !has && import->creates == IMPORT_CREATES_NOTHING;
    if (has || *left || !name)
        return true;
    if (!find_category(import->at, name, category, err))
        return false;
    if (*category != 0 || import->creates != IMPORT_CREATES_CATEGORIES)
        return true;
    outcome->categories++;
    return create_category(import, name, category, err);
}

/* --- what a person sees of it, and says */

size_t
import_new_names(const struct import *import, enum import_created what)
{
    return import->created[what].taken;
}

const struct import_new_name *
import_new_next(const struct import *import, enum import_created what,
                const struct import_new_name *name)
{
    const struct import_new_list *list = &import->created[what];

    for (size_t i = name ? (size_t)(name - list->names) + 1 : 0; i < list->count; i++)
        if (list->names[i].rows > 0)
            return &list->names[i];
    return NULL;
}

bool
import_may_create_categories(const struct import *import, struct error *err)
{
    return atelier_may(import->at, ACT_CATEGORY_ADD_NEEDS, ROW_NONE, err);
}

bool
import_set_creates(struct import *import, enum import_creation creates, struct error *err)
{
    if (creates == IMPORT_CREATES_CATEGORIES &&
        !import_may_create_categories(import, err))
        return false;
    import->creates = creates;
    return true;
}

enum import_creation
import_creates(const struct import *import)
{
    return import->creates;
}

void
import_add_new_names(const struct import *import, enum import_created what,
                     struct buffer *text)
{
    enum { NAMED_MOST = 12 };
    const size_t count = import_new_names(import, what);
    const unsigned long plural = (unsigned long)count;
    const struct import_new_name *name = import_new_next(import, what, NULL);

    if (count == 0)
        return;
    buffer_addf(
        text,
        what == IMPORT_CREATED_CATEGORY
            ? ngettext("%zu category is new: ", "%zu categories are new: ", plural)
            : ngettext(
                  "%zu organisation is new: ", "%zu organisations are new: ", plural),
        count);
    for (size_t i = 0; name && i < NAMED_MOST; i++) {
        buffer_addf(text, "%s%s (%lld)", i ? ", " : "", name->name,
                    (long long)name->rows);
        name = import_new_next(import, what, name);
    }
    buffer_add(text, count > NAMED_MOST ? ", …" : "");
}
