/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_candidate.c - a row against everybody who may be meant */
#include "import_candidate.h"

#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"

enum { MOST_KNOWN = 20, MOST_EARLIER = 20 };

/* The texts that a candidate borrows. */
struct known {
    struct affiliation post;
    struct organisation organisation;
};

static bool
load_known(struct import *import, const struct person *person, struct known *known,
           struct import_candidate *candidate, struct error *err)
{
    struct database *db = import->at->db;
    record_init(&affiliation_entity, &known->post);
    record_init(&organisation_entity, &known->organisation);
    bool ok = person_table_affiliation(db, person->head.id, atelier_today(import->at),
                                       &known->post, err) &&
              (!known->post.organisation ||
               row_load(db, &organisation_entity, known->post.organisation,
                        &known->organisation, err));
    *candidate = (struct import_candidate){
        .person = *person,
        .organisation = known->organisation.name,
        .organisation_short = known->organisation.short_name,
        .function = known->post.function,
    };
    return ok;
}

static void
clear_known(struct known *known)
{
    record_clear(&affiliation_entity, &known->post);
    record_clear(&organisation_entity, &known->organisation);
}

/* A category that the office does not have is a slip of the colleague, or one to be added
 * first. */
static bool
check_category(struct import *import, struct import_row *row, struct error *err)
{
    const char *category = row->values[IMPORT_CATEGORY];
    int64_t id;
    struct error missing = { 0 };
    if (!category || reference_get(import->at, ENTITY_CATEGORY, category, &id, &missing))
        return true;
    if (missing.kind != ERROR_NOT_FOUND && missing.kind != ERROR_INPUT) {
        *err = missing;
        return false;
    }
    struct buffer reason = { 0 };
    buffer_addf(&reason,
                _("The category “%s” is not known; add it in the settings, or correct "
                  "the row."),
                category);
    import_row_refuse(row, &import->mapping, IMPORT_CATEGORY, buffer_text(&reason));
    buffer_clear(&reason);
    return true;
}

static bool
judge(struct import *import, struct import_row *row, const struct person_list *people,
      struct error *err)
{
    struct known known[MOST_KNOWN];
    struct import_candidate candidates[MOST_KNOWN + MOST_EARLIER];
    size_t earlier[MOST_EARLIER];
    size_t count = 0;
    bool ok = true;

    for (; ok && count < people->count && count < MOST_KNOWN; count++)
        ok = load_known(import, &people->items[count], &known[count], &candidates[count],
                        err);
    size_t loaded = count;
    size_t named = import_index_find(&import->index, row, earlier, MOST_EARLIER);
    for (size_t i = 0; i < named; i++)
        candidates[count++] = import_row_candidate(&import->rows.items[earlier[i]]);
    if (ok)
        import_row_judge(row, candidates, count);
    for (size_t i = 0; i < loaded; i++)
        clear_known(&known[i]);
    return ok;
}

/* What the search for likely people reads of a person. */
static void
borrow_person(const struct import_row *row, struct person *person)
{
    person->family = row->values[IMPORT_FAMILY];
    person->given = row->values[IMPORT_GIVEN];
    person->email = row->values[IMPORT_EMAIL];
}

bool
import_candidate_judge(struct import *import, const struct csv_row *cells,
                       struct import_row *row, struct error *err)
{
    struct person person;
    struct person_list people = { 0 };
    if (!import_row_read(row, &import->mapping, (const char *const *)cells->cells,
                         cells->count, cells->line))
        return true; /* refused, and says why */
    if (!check_category(import, row, err))
        return false;
    if (row->verdict == IMPORT_REFUSED)
        return true;

    record_init(&person_entity, &person);
    borrow_person(row, &person);
    bool ok = person_table_find_alike(import->at->db, &person, import->filter, MOST_KNOWN,
                                      &people, err) &&
              judge(import, row, &people, err);
    person_list_clear(&people);
    if (ok)
        import_index_add(&import->index, row, (size_t)(row - import->rows.items));
    return ok;
}

bool
import_candidate_settle(struct import *import, struct import_row *row, int64_t id,
                        struct error *err)
{
    struct person person;
    struct known known;
    struct import_candidate candidate;
    record_init(&person_entity, &person);
    bool ok = row_load(import->at->db, &person_entity, id, &person, err);
    if (ok) {
        ok = load_known(import, &person, &known, &candidate, err);
        if (ok)
            import_row_settle(row, &candidate);
        clear_known(&known);
    }
    record_clear(&person_entity, &person);
    return ok;
}
