/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.c - rows of any noun: show, add, change, remove */
#include "atelier/app/edit.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/base/language.h"
#include "atelier/base/login.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "record/edit_alike.h"
#include "record/edit_rule.h"
#include "session/operation.h"

bool
edit_load(struct atelier *at, const struct entity *entity, int64_t id, void *record,
          struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           row_load(at->db, entity, id, record, err);
}

bool
edit_may(struct atelier *at, const struct entity *entity, const void *record,
         struct error *err)
{
    return atelier_may(at, permission_to_write(entity->kind),
                       record_subject(entity, record), err);
}

bool
edit_prepare(struct atelier *at, const struct entity *entity, void *record,
             struct error *err)
{
    (void)err;
    if (entity->kind == ENTITY_WORKING_GROUP) {
        struct working_group *group = record;
        memory_replace(&group->zone, at->settings.zone);
    } else if (entity->kind == ENTITY_AFFILIATION) {
        struct affiliation *affiliation = record;
        affiliation->from = atelier_today(at);
        affiliation->main = true;
    } else if (entity->kind == ENTITY_MEMBERSHIP) {
        struct membership *membership = record;
        membership->from = atelier_today(at);
    } else if (entity->kind == ENTITY_PERSON) {
        struct person *person = record;
        memory_replace(&person->language, language_code());
    } else if (entity->kind == ENTITY_MEETING) {
        struct meeting *meeting = record;
        memory_replace(&meeting->zone, at->settings.zone);
    }
    return true;
}

bool
edit_add(struct atelier *at, const struct entity *entity, void *record,
         struct questions *questions, struct error *err)
{
    unsigned warnings;
    if (entity->kind == ENTITY_MEETING)
        return plan_add(at, record, questions, &warnings, err);
    if (entity->kind == ENTITY_MEMBERSHIP)
        return plan_join(at, record, err);
    if (entity->kind == ENTITY_REGISTRATION)
        return error_set(err, ERROR_INPUT, _("People come onto a list by registering."));

    const enum act act = act_of(entity->kind, VERB_ADD);
    if (!record_check(entity, record, err) ||
        !operation_begin(at, act_permission(act), record_subject(entity, record), err))
        return false;
    bool ok = edit_rule_check(at, entity, NULL, record, err) &&
              edit_alike_ask(at, entity, record, questions, err) &&
              row_insert(at->db, entity, record, at->login, atelier_now(at), err);
    return operation_end_row(at, ok, act, entity, record, err);
}

/* Nothing to write is no act; a row that moved is a conflict all the same. */
static bool
change_row(struct atelier *at, const struct entity *entity, void *record, bool *same,
           struct error *err)
{
    struct record *head = record;
    void *before = record_new(entity);
    bool ok = row_load(at->db, entity, head->id, before, err);
    *same = ok && record_equal(entity, before, record) &&
            ((struct record *)before)->rev == head->rev;
    if (ok && !*same)
        ok = edit_rule_check(at, entity, before, record, err) &&
             row_update(at->db, entity, record, at->login, atelier_now(at), err);
    record_free(entity, before);
    return ok;
}

bool
edit_change(struct atelier *at, const struct entity *entity, void *record,
            struct error *err)
{
    unsigned warnings;
    bool same = false;
    if (entity->kind == ENTITY_MEETING)
        return plan_change(at, record, NULL, &warnings, err);

    const enum act act = act_of(entity->kind, VERB_CHANGE);
    if (!record_check(entity, record, err) ||
        !operation_begin(at, act_permission(act), record_subject(entity, record), err))
        return false;
    bool ok = change_row(at, entity, record, &same, err);
    return operation_end_row(at, ok, act, entity, record, err);
}

/* A gateway knows its own logins. */
bool
edit_warning(const struct atelier *at, const struct entity *entity, const void *record,
             struct buffer *text)
{
    if (entity->kind != ENTITY_STAFF || at->source == IDENTITY_GATEWAY)
        return false;
    const char *login = ((const struct staff *)record)->login;
    if (login_is_known(login))
        return false;
    buffer_addf(text,
                _("This computer does not know the login %s: nobody can work under it "
                  "before it is created.  Correct it if it is a slip."),
                login);
    return true;
}

bool
edit_remove(struct atelier *at, const struct entity *entity, int64_t id, int64_t rev,
            struct error *err)
{
    void *record = record_new(entity);

    const enum act act = act_of(entity->kind, VERB_REMOVE);
    bool ok = operation_begin(at, act_permission(act),
                              session_subject(at, entity->kind, id), err);
    if (ok) {
        ok = row_load(at->db, entity, id, record, err) &&
             edit_rule_check_removal(at, entity, record, err) &&
             row_delete(at->db, entity, id, rev, err);
        ok = operation_end_row(at, ok, act, entity, record, err);
    }
    record_free(entity, record);
    return ok;
}
