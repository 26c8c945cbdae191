/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merged_person_check.c - at the end of an act: nothing refers to somebody who was merged
 * into somebody else
 */
#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_reference.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

static bool
refuse_reference(struct database *db, const struct merged_person *merged, int64_t into,
                 struct error *err)
{
    struct buffer person = { 0 };
    struct buffer kept = { 0 };

    (void)row_title(db, &person_entity, merged->person, &person);
    (void)row_title(db, &person_entity, into, &kept);
    error_set_field(err, ERROR_RULE, merged->field->name,
                    /* TRANSLATORS: a name, the number of that person, twice */
                    _("“%s” (person %lld) was merged into “%s” (person %lld); take that "
                      "one."),
                    buffer_text(&person), (long long)merged->person, buffer_text(&kept),
                    (long long)into);
    buffer_clear(&person);
    buffer_clear(&kept);
    return false;
}

/* A redo of a merge, after the other one came to be on a list again. */
static bool
check_unneeded(struct database *db, int64_t person, struct error *err)
{
    struct row_ref needing;
    struct buffer title = { 0 };

    if (!row_reference_needing(db, &person_entity, person, &needing, err))
        return false;
    if (needing.id == 0)
        return true;
    (void)row_title(db, &person_entity, person, &title);
    error_set(err, ERROR_RULE,
              /* TRANSLATORS: a name; a noun such as "Membership", with a number */
              _("“%s” is in use again (%s %lld); merge them anew."), buffer_text(&title),
              _(entity_get(needing.entity)->label), (long long)needing.id);
    buffer_clear(&title);
    return false;
}

bool
person_table_check_merged(struct database *db, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < db->merged.count; i++) {
        const struct merged_person *merged = &db->merged.items[i];
        int64_t into;
        ok = person_table_merged_into(db, merged->person, &into, err) &&
             (into == 0 || (merged->field ? refuse_reference(db, merged, into, err)
                                          : check_unneeded(db, merged->person, err)));
    }
    return ok;
}
