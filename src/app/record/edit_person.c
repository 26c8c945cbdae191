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

/* A post that begins today was never held elsewhere: it is changed, not ended. */
static bool
end_post(struct atelier *at, struct affiliation *old, struct error *err)
{
    struct date today = atelier_today(at);
    old->main = false;
    if (date_is_none(old->from) || date_compare(old->from, today) < 0)
        old->to = date_add_days(today, -1);
    else
        old->to = today;
    return row_update(at->db, &affiliation_entity, old, at->login, atelier_now(at), err);
}

static bool
add_post(struct atelier *at, int64_t person, int64_t organisation, const char *function,
         struct error *err)
{
    struct affiliation post;
    record_init(&affiliation_entity, &post);
    post.person = person;
    post.organisation = organisation;
    post.function = function ? text_tidy(function) : NULL;
    post.from = atelier_today(at);
    post.main = true;
    bool ok =
        record_check(&affiliation_entity, &post, err) &&
        row_insert(at->db, &affiliation_entity, &post, at->login, atelier_now(at), err);
    record_clear(&affiliation_entity, &post);
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
        ok = (!old.head.id || !old.main || end_post(at, &old, err)) &&
             add_post(at, person, organisation, function, err);
    }
    record_clear(&affiliation_entity, &old);
    return ok;
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
edit_add_person(struct atelier *at, struct person *person, const char *organisation,
                int64_t category, const char *function, struct questions *questions,
                struct error *err)
{
    if (!record_check(&person_entity, person, err) ||
        !operation_begin(at, ACT_PERSON_ADD_NEEDS, ROW_NONE, err))
        return false;

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
             add_post(at, person->head.id, id, text_is_blank(function) ? NULL : function,
                      err);
    return operation_end_row(at, ok, ACT_PERSON_ADD, &person_entity, person, err);
}
