/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_stay.c - the category and territory that an organisation keeps, whatever a list
 * says of them */
#include "import/import_stay.h"

#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"
#include "import/import_new_list.h"

static bool
pass_missing(bool found, const struct error *missing, struct error *err)
{
    return found || missing->kind == ERROR_NOT_FOUND || error_pass(err, missing);
}

/* The one that the row names, else that of the person; its id is 0 when there is none. */
static bool
find_organisation(struct import *import, const struct import_row *row,
                  struct organisation *organisation, struct error *err)
{
    struct database *db = import->at->db;
    struct error missing = { 0 };

    if (row->values[IMPORT_ORGANISATION])
        return pass_missing(organisation_table_find_name(db,
                                                         row->values[IMPORT_ORGANISATION],
                                                         organisation, &missing),
                            &missing, err);
    struct affiliation post;
    record_init(&affiliation_entity, &post);
    const bool ok =
        !row->person ||
        (person_table_affiliation(db, row->person, atelier_today(import->at), &post,
                                  err) &&
         (!post.organisation ||
          row_load(db, &organisation_entity, post.organisation, organisation, err)));
    record_clear(&affiliation_entity, &post);
    return ok;
}

/* What the first line of the file that names a new organisation says of its category: it
 * is made with that. */
static const char *
first_category(struct import *import, const struct import_row *row)
{
    const char *category = row->values[IMPORT_CATEGORY];
    const char *organisation = row->values[IMPORT_ORGANISATION];
    uint32_t number = import_new_list_find(&import->named, organisation);

    if (!number) {
        number = import_new_list_add(&import->named, organisation);
        (void)import_new_list_add(&import->first_said, category ? category : "");
    }
    const char *first = import->first_said.names[number - 1].name;
    return first[0] ? first : NULL;
}

static bool
add_stays(struct import *import, const struct import_row *row, struct buffer *text,
          struct error *err)
{
    struct organisation organisation;
    struct category category;

    record_init(&organisation_entity, &organisation);
    record_init(&category_entity, &category);
    bool ok = find_organisation(import, row, &organisation, err);
    if (ok && organisation.head.id) {
        ok = !organisation.category || row_load(import->at->db, &category_entity,
                                                organisation.category, &category, err);
        import_row_add_stay(row, IMPORT_CATEGORY, organisation.name, category.name, text);
        import_row_add_stay(row, IMPORT_TERRITORY, organisation.name,
                            organisation.territory, text);
    } else if (ok && row->values[IMPORT_ORGANISATION]) {
        import_row_add_stay(row, IMPORT_CATEGORY, row->values[IMPORT_ORGANISATION],
                            first_category(import, row), text);
    }
    record_clear(&category_entity, &category);
    record_clear(&organisation_entity, &organisation);
    return ok;
}

/* What a row says of an organisation that it names: other rows say the same again. */
static void
add_key(const struct import_row *row, struct buffer *key)
{
    static const enum import_target said[] = { IMPORT_ORGANISATION, IMPORT_CATEGORY,
                                               IMPORT_TERRITORY };

    for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
        buffer_add(key, row->values[said[i]] ? row->values[said[i]] : "");
        buffer_add_char(key, '|');
    }
}

static bool
judge(struct import *import, struct import_row *row, struct error *err)
{
    struct buffer stays = { 0 };
    const bool ok = add_stays(import, row, &stays, err);

    row->stays = stays.length > 0;
    buffer_clear(&stays);
    return ok;
}

/* A file says the same of an organisation on many lines: it is looked up once. */
static bool
judge_named(struct import *import, struct import_row *row, struct error *err)
{
    struct buffer key = { 0 };
    bool ok = true;

    add_key(row, &key);
    row->stays = import_new_list_find(&import->staying, buffer_text(&key));
    if (!row->stays && !import_new_list_find(&import->agreeing, buffer_text(&key))) {
        ok = judge(import, row, err);
        if (ok)
            (void)import_new_list_add(row->stays ? &import->staying : &import->agreeing,
                                      buffer_text(&key));
    }
    buffer_clear(&key);
    return ok;
}

static bool
has_column(const struct import_mapping *mapping)
{
    for (size_t c = 0; c < mapping->count; c++)
        if (mapping->targets[c] == IMPORT_CATEGORY ||
            mapping->targets[c] == IMPORT_TERRITORY)
            return true;
    return false;
}

bool
import_stay_judge(struct import *import, struct import_row *row, struct error *err)
{
    row->stays = false;
    if (!has_column(&import->mapping))
        return true;
    if (row->values[IMPORT_ORGANISATION])
        return judge_named(import, row, err);
    return !row->person || judge(import, row, err);
}

bool
import_stay_tell(struct import *import, struct import_row *row, struct error *err)
{
    struct buffer stays = { 0 };
    const bool ok = !row->stays || add_stays(import, row, &stays, err);

    if (ok && stays.length > 0)
        import_row_tell(row, buffer_text(&stays));
    buffer_clear(&stays);
    return ok;
}

void
import_stay_clear(struct import *import)
{
    import_new_list_clear(&import->staying);
    import_new_list_clear(&import->agreeing);
    import_new_list_clear(&import->named);
    import_new_list_clear(&import->first_said);
}
