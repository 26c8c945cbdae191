/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_person.c - a person and their post, in one act */
#include "record/edit_person.h"

#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"
#include "record/edit_alike.h"
#include "record/person_post.h"
#include "session/operation.h"

bool
edit_person_organisation(struct atelier *at, const char *name, int64_t category,
                         const char *territory, int64_t *id, bool *created,
                         struct error *err)
{
    struct organisation organisation;
    record_init(&organisation_entity, &organisation);
    *created = false;
    struct error missing = { 0 };
    bool ok = organisation_table_find_name(at->db, name, &organisation, &missing);
    if (!ok && missing.kind == ERROR_NOT_FOUND) {
        record_clear(&organisation_entity, &organisation);
        organisation.name = text_tidy(name);
        organisation.category = category;
        organisation.territory = memory_copy(territory);
        ok = record_check(&organisation_entity, &organisation, err) &&
             row_insert(at->db, &organisation_entity, &organisation, at->login,
                        atelier_now(at), err);
        *created = ok;
    } else if (!ok && err) {
        *err = missing;
    }
    *id = organisation.head.id;
    record_clear(&organisation_entity, &organisation);
    return ok;
}

bool
edit_person_post(struct atelier *at, int64_t person, int64_t organisation,
                 const char *function, struct error *err)
{
    struct affiliation old;
    record_init(&affiliation_entity, &old);
    bool ok = person_table_affiliation(at->db, person, atelier_today(at), &old, err);
    if (ok && old.head.id && old.organisation == organisation) {
        if (function && *function) {
            memory_replace(&old.function, function);
            ok = row_update(at->db, &affiliation_entity, &old, at->login, atelier_now(at),
                            err);
        }
    } else if (ok) {
        ok = (!old.head.id || !old.main ||
              person_post_end(at, &old, atelier_today(at), err)) &&
             person_post_begin(at, person, organisation, function, err);
    }
    record_clear(&affiliation_entity, &old);
    return ok;
}

bool
edit_names_are_told(struct atelier *at, const struct person *person, bool *exchanged)
{
    bool given = false;
    bool family = false;
    struct error ignored = { 0 };
    const bool ok = person->given && person->family &&
                    person_table_has_family(at->db, person->given, &given, &ignored) &&
                    person_table_has_family(at->db, person->family, &family, &ignored);

    *exchanged = ok && given && !family;
    return ok && given != family;
}

/* A function is held in an organisation; without one it is a line of the note. */
static void
note_function(struct person *person, const char *function)
{
    struct buffer note = { 0 };

    if (!text_is_blank(person->note))
        buffer_addf(&note, "%s\n", person->note);
    buffer_add(&note, function);
    memory_replace(&person->note, buffer_text(&note));
    buffer_clear(&note);
}

bool
edit_person_insert(struct atelier *at, struct person *person, const char *organisation,
                   int64_t category, const char *function, struct questions *questions,
                   struct error *err)
{
    bool ok = edit_alike_ask_newcomer(at, person, organisation, questions, err);
    if (ok && text_is_blank(organisation) && !text_is_blank(function))
        note_function(person, function);
    ok =
        ok && row_insert(at->db, &person_entity, person, at->login, atelier_now(at), err);
    int64_t id;
    bool created;
    if (ok && !text_is_blank(organisation))
        ok = edit_person_organisation(at, organisation, category, NULL, &id, &created,
                                      err) &&
             person_post_begin(at, person->head.id, id,
                               text_is_blank(function) ? NULL : function, err);
    return ok;
}

bool
edit_add_person(struct atelier *at, struct person *person, const char *organisation,
                int64_t category, const char *function, struct questions *questions,
                struct error *err)
{
    if (!record_check(&person_entity, person, err) ||
        !operation_begin(at, ACT_PERSON_ADD_NEEDS, ROW_NONE, err))
        return false;
    const bool ok =
        edit_person_insert(at, person, organisation, category, function, questions, err);
    return operation_end_row(at, ok, ACT_PERSON_ADD, &person_entity, person, err);
}
